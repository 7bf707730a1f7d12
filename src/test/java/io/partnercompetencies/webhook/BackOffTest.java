package io.partnercompetencies.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Instant BEGAN = Instant.parse("2026-11-21T09:30:00Z");

    @Test
    void waits_grow_until_a_day_is_over_and_the_last_attempt_is_at_its_end() {
        var attempts = new ArrayList<Instant>();
        var next = Optional.of(BEGAN);
        while (next.isPresent()) {
            attempts.add(next.get());
            next = BackOff.next(attempts.size(), BEGAN, next.get());
        }
        assertThat(attempts.get(1)).isEqualTo(BEGAN.plusSeconds(5));
        assertThat(attempts.get(2)).isEqualTo(BEGAN.plusSeconds(35));
        assertThat(attempts.get(attempts.size() - 1)).isEqualTo(BEGAN.plus(Duration.ofHours(24)));
        assertThat(attempts).isSorted().hasSizeBetween(10, 20);
    }

    @Test
    void after_a_day_nobody_tries_again() {
        assertThat(BackOff.next(3, BEGAN, BEGAN.plus(Duration.ofHours(24)))).isEmpty();
        assertThat(BackOff.next(3, BEGAN, BEGAN.plus(Duration.ofHours(24)).minusNanos(1)))
                .contains(BEGAN.plus(Duration.ofHours(24)));
    }
}
