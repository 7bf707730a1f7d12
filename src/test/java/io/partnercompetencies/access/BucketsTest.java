package io.partnercompetencies.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.Together;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long JUST_BEFORE_OVERFLOW = Long.MAX_VALUE - SECOND;

    @Test
    void a_burst_is_taken_at_once_and_then_as_much_as_comes_back() {
        var buckets = new Buckets(2, 3);
        for (long start : new long[] {0, -SECOND, JUST_BEFORE_OVERFLOW}) {
            var key = "from " + start;
            assertThat(IntStream.range(0, 5).mapToObj(i -> buckets.take(key, start)))
                    .containsExactly(0L, 0L, 0L, SECOND / 2, SECOND / 2);
            assertThat(buckets.take(key, start + SECOND / 2)).isZero();
            assertThat(buckets.take(key, start + SECOND / 2)).isEqualTo(SECOND / 2);
            assertThat(IntStream.range(0, 4).mapToObj(i -> buckets.take(key, start + 60 * SECOND)))
                    .containsExactly(0L, 0L, 0L, SECOND / 2);
        }
    }

    @Test
    void looking_takes_nothing_and_keys_do_not_know_each_other() {
        var buckets = new Buckets(1, 1);
        assertThat(buckets.wait("a", 0)).isZero();
        assertThat(buckets.knows("a")).isFalse();
        assertThat(buckets.take("a", 0)).isZero();
        assertThat(buckets.knows("a")).isTrue();
        assertThat(buckets.wait("a", 0)).isEqualTo(SECOND);
        assertThat(buckets.take("b", 0)).isZero();
    }

    @Test
    void of_many_at_once_exactly_the_burst_gets_through() {
        var buckets = new Buckets(1, 50);
        var waits = Together.times(200, i -> buckets.take("a", 0));
        assertThat(waits).filteredOn(wait -> wait == 0).hasSize(50);
    }

    @Test
    void without_a_rate_everything_gets_through_and_is_known_all_the_same() {
        var buckets = new Buckets(0, 0);
        for (long now : new long[] {100, 99, 0, 100}) {
            assertThat(buckets.take("a", now)).isZero();
        }
        assertThat(buckets.knows("a")).isTrue();
    }

    @Test
    void keys_that_nobody_uses_are_forgotten_before_there_are_too_many() {
        var buckets = new Buckets(1, 1);
        buckets.take("first", 0);
        buckets.take("second", 0);
        IntStream.range(0, 9_999).forEach(i -> {
            buckets.take("other " + i, 0);
            buckets.take("first", 0);
        });
        assertThat(buckets.knows("first")).isTrue();
        assertThat(buckets.knows("second")).isFalse();
    }

    @Test
    void one_sender_has_half_of_all_the_addresses_of_ipv6_that_it_shows() {
        assertThat(Origin.of("2001:db8:1:2:3:4:5:6")).isEqualTo(Origin.of("2001:db8:1:2::1"));
        assertThat(Origin.of("2001:db8:1:2::1")).isNotEqualTo(Origin.of("2001:db8:1:3::1"));
        assertThat(Origin.of("192.0.2.1")).isNotEqualTo(Origin.of("192.0.2.2"));
        assertThat(Origin.of("localhost")).isEqualTo("localhost");
    }

    @Test
    void the_name_that_somebody_claims_is_read_before_the_password_is() {
        assertThat(claimed("Basic YWRtaW46YTpi")).contains("admin");
        assertThat(claimed("basic  YWRtaW46YTpi ")).contains("admin");
        assertThat(claimed("Basic ***")).contains("");
        assertThat(claimed("Basic YWRtaW4=")).contains("");
        assertThat(claimed("Bearer x.y.z")).isEmpty();
        assertThat(claimed(null)).isEmpty();
    }

    private static Optional<String> claimed(String header) {
        return BasicCredentials.in(header).map(BasicCredentials::userName);
    }
}
