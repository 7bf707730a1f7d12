package io.partnercompetencies.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseAddressTest {

    @Test
    void host_port_and_database_are_read() {
        var address = DatabaseAddress.of("postgresql://db.example:6432/partners?sslmode=require");
        assertThat(address.host()).isEqualTo("db.example");
        assertThat(address.port()).isEqualTo(6432);
        assertThat(address.database()).isEqualTo("partners");
        assertThat(DatabaseAddress.of("postgresql://db/partners").port()).isEqualTo(5432);
        assertThat(DatabaseAddress.of("postgresql://[::1]/partners").host()).isEqualTo("[::1]");
    }

    @Test
    void everything_else_is_refused() {
        for (var url : List.of(
                "jdbc:postgresql://db/x",
                "postgres://db/x",
                "postgresql://db",
                "postgresql://db/",
                "postgresql://db/x/y",
                "postgresql://db:99999/x",
                "postgresql://db:port/x",
                "postgresql:///x",
                "postgresql://me:secret@db/x",
                "db:5432/x",
                "://",
                "x y")) {
            assertThatThrownBy(() -> DatabaseAddress.of(url))
                    .as(url)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageStartingWith("COMPETENCIES_DATABASE_URL must ")
                    .hasMessageNotContaining("secret");
        }
    }
}
