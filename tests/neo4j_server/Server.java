import java.nio.file.Path;
import java.time.Duration;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** A Neo4j server on 127.0.0.1 with authentication: Server HOME PORT. It ends when its standard input does. */
public final class Server {
    public static void main(String[] arguments) throws Exception {
        var management = new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", Integer.parseInt(arguments[1])))
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(GraphDatabaseSettings.pagecache_memory, 256L << 20)
                // a question is planned once, not again for every graph that is loaded: planning is what takes long
                .setConfig(GraphDatabaseSettings.cypher_min_replan_interval, Duration.ofDays(1))
                .build();
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // whoever started this holds the other end: without it nobody is left to use the server
        }
        management.shutdown();
    }
}
