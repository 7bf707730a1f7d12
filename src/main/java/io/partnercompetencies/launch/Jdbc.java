package io.partnercompetencies.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** Plain connections, before Quarkus and its pools exist; each attempt is bounded. */
final class Jdbc {

    private Jdbc() {}

    static Connection connect(String url, DatabaseAccess.Login login) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", login.name());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("ApplicationName", "partner-competencies start");
        var jdbc = "jdbc:" + url;
        var driver = new org.postgresql.Driver();
        var connection = driver.connect(jdbc, properties);
        if (connection == null) {
            throw new SQLException("the driver does not know " + url);
        }
        return connection;
    }

    static String local(int port, String database) {
        return "postgresql://" + ServerSettings.HOST + ":" + port + "/" + database;
    }

    static boolean accepts(int port, DatabaseAccess.Login login) {
        try (var connection = connect(local(port, "postgres"), login)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }
}
