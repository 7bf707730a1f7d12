package io.partnercompetencies.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

class LogWithoutQueriesTest {

    @Test
    void an_address_is_logged_without_its_query() {
        var line = new LogRecord(Level.SEVERE, "Request to %s failed, %s");
        line.setParameters(new Object[] {"/v1/achievements?account=ana@contoso.example", "why?", null});
        assertThat(new LogWithoutQueries().isLoggable(line)).isTrue();
        assertThat(line.getParameters()).containsExactly("/v1/achievements", "why?", null);
    }

    @Test
    void a_line_without_parameters_stays_as_it_is() {
        var line = new LogRecord(Level.SEVERE, "Nothing");
        assertThat(new LogWithoutQueries().isLoggable(line)).isTrue();
        assertThat(line.getParameters()).isNull();
    }

    @Test
    void the_service_writes_its_log_through_it() {
        assertThat(ConfigProvider.getConfig().getValue("quarkus.log.console.filter", String.class))
                .isEqualTo("without-queries");
    }
}
