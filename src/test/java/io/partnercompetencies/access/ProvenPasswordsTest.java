package io.partnercompetencies.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProvenPasswordsTest {

    private Instant now = Instant.parse("2026-11-21T09:30:00Z");

    private final ProvenPasswords proven = new ProvenPasswords(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void a_password_is_known_for_a_minute_under_its_name_and_hash_alone() {
        proven.remember("ana", "hash", "secret");
        assertThat(proven.knows("ana", "hash", "secret")).isTrue();
        assertThat(proven.knows("ana", "hash", "Secret")).isFalse();
        assertThat(proven.knows("bea", "hash", "secret")).isFalse();
        assertThat(proven.knows("ana", "another hash", "secret")).isFalse();
        now = now.plusSeconds(59);
        assertThat(proven.knows("ana", "hash", "secret")).isTrue();
        now = now.plusSeconds(1);
        assertThat(proven.knows("ana", "hash", "secret")).isFalse();
    }

    @Test
    void no_more_is_remembered_than_memory_allows() {
        for (int i = 0; i <= 10_000; i++) {
            proven.remember("user" + i, "hash", "secret");
        }
        assertThat(proven.knows("user0", "hash", "secret")).isFalse();
        assertThat(proven.knows("user10000", "hash", "secret")).isTrue();
    }
}
