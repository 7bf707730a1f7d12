package io.partnercompetencies.fuzz;

import io.partnercompetencies.launch.PackagedData;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Terms whose anniversary has just passed: no call can make one, and only they can be renewed. */
final class Lapsed {

    private static final String LAPSE = """
            update subscription set starts_on = starts_on - interval '1 year 3 days', expires_on = expires_on - interval '1 year 3 days'
            where status = 'ACTIVE'""";

    private Lapsed() {}

    static void all(Path folder) throws IOException, SQLException {
        try (var connection = PackagedData.connect(folder);
                var statement = connection.createStatement()) {
            statement.executeUpdate(LAPSE);
        }
    }
}
