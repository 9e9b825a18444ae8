# The command policygraph, for docker-compose.yml.
FROM python:3.11.13-slim-bookworm
COPY . /source/policygraph
RUN pip install --no-cache-dir /source/policygraph --constraint /source/policygraph/constraints.txt \
    && rm -rf /source
ENV PYTHONUTF8=1
USER 1000:1000
ENTRYPOINT ["policygraph"]
