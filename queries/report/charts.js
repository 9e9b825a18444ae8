"use strict";
// Draws the charts of the page: targets as bands and hollow diamonds, outcomes as points on a line, forecasts as triangles.
(function () {
  const data = JSON.parse(document.getElementById("charts").textContent);
  const colors = { achieved: "#1a7f5a", planned: "#b26a00", forecast: "#3367a8" };
  const node = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
  const hint = (point) => {
    const box = document.createElement("div");
    box.className = "hint";
    box.append(node("b", point.hint[0]), node("q", point.hint[1].slice(1, -1)), node("small", point.hint[2]));
    return box;
  };
  for (const [place, chart] of data.charts.entries()) {
    const element = document.getElementById("chart" + place);
    element.hidden = false;
    const of = (status) => chart.points.filter((point) => point.status === status);
    const dots = (points) => points.map((point) => ({ value: [point.year, point.value], point }));
    const line = [];
    for (const dot of dots(of("achieved"))) {
      const last = line[line.length - 1];
      if (last && dot.value[0] - last.value[0] > 1) line.push({ value: [dot.value[0] - 0.5, null] }); // years unknown
      line.push(dot);
    }
    // a band is a range of the text; an open end reaches as far as the chart does, a single value is a bar
    const values = chart.points.flatMap((point) => [point.low, point.high, point.value]).filter((v) => v !== null);
    const most = Math.max(...values), least = Math.min(...values, 0), room = (most - least || 1) * 0.12;
    const top = most + room;
    const bands = of("planned").map((point) => {
      const low = point.low === null ? least : point.low, high = point.high === null ? top : point.high;
      const thin = low === high ? room / 12 : 0;
      return [{ coord: [point.year - 0.42, low - thin] }, { coord: [point.year + 0.42, high + thin] }];
    });
    const label = (position) => ({ show: true, position, formatter: (item) => (item.data.point ? item.data.point.label : "") });
    const instance = echarts.init(element, null, { renderer: "canvas" });
    instance.setOption({
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      legend: { top: 0, data: [data.words.achieved, data.words.planned, data.words.forecast].filter((_, i) => of(["achieved", "planned", "forecast"][i]).length) },
      tooltip: { trigger: "item", confine: true, enterable: true, formatter: (item) => (item.data && item.data.point ? hint(item.data.point) : "") },
      grid: { left: 16, right: 32, top: 48, bottom: 8, containLabel: true },
      xAxis: {
        type: "value", min: chart.years[0] - 0.6, max: chart.years[1] + 0.6, interval: 1, splitLine: { show: false },
        axisLabel: { formatter: (year) => (Number.isInteger(year) ? String(year) : ""), customValues: Array.from({ length: chart.years[1] - chart.years[0] + 1 }, (_, i) => chart.years[0] + i) },
        axisTick: { customValues: Array.from({ length: chart.years[1] - chart.years[0] + 1 }, (_, i) => chart.years[0] + i) },
      },
      yAxis: { type: "value", name: chart.unit, min: least < 0 ? undefined : 0, max: top, axisLabel: { showMaxLabel: false }, nameTextStyle: { align: "left" } },
      series: [
        { name: data.words.achieved, type: "line", data: line, connectNulls: false, symbol: "circle", symbolSize: 11, color: colors.achieved, label: label("top"), labelLayout: { hideOverlap: true } },
        { name: data.words.planned, type: "scatter", data: dots(of("planned")), symbol: "diamond", symbolSize: 14, color: colors.planned, itemStyle: { color: "#fff", borderColor: colors.planned, borderWidth: 2 }, label: { ...label("bottom"), color: colors.planned }, labelLayout: { hideOverlap: true },
          markArea: { silent: true, itemStyle: { color: colors.planned, opacity: 0.16 }, data: bands } },
        { name: data.words.forecast, type: "scatter", data: dots(of("forecast")), symbol: "triangle", symbolSize: 13, color: colors.forecast, label: label("top"), labelLayout: { hideOverlap: true } },
      ],
    });
    addEventListener("resize", () => instance.resize());
  }
})();
