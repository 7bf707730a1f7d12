package io.partnercompetencies.rules;

import static io.partnercompetencies.rules.Partner.NOW;
import static io.partnercompetencies.rules.Partner.inDeveloped;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** In which steps a pass lives through what has turned since the last evaluation. */
class CatchUpTest {

    private static final Instant LATE = NOW.plusSeconds(10_000);
    private static final Predicate<Instant> NOTHING_IS_MET = by -> false;

    private static Instant in(long seconds) {
        return NOW.plusSeconds(seconds);
    }

    /** What turned is due at the first instant that the facts show. */
    private static CatchUp since(Partner partner) {
        var last = Moment.settled(NOW);
        return dueAt(NextChange.after(partner.facts(), List.of(), last), partner);
    }

    private static CatchUp dueAt(Instant due, Partner partner) {
        return new CatchUp(partner.facts(), List.of(), Moment.settled(NOW), due, null);
    }

    private static Partner gains(int... seconds) {
        var partner = inDeveloped();
        for (var second : seconds) {
            partner.withFrom(in(second), "Ada", "a");
        }
        return partner;
    }

    @Test
    void gains_that_meet_nothing_are_one_step() {
        assertThat(since(gains(10, 20, 30, 40)).next(LATE, NOTHING_IS_MET)).isEqualTo(in(40));
    }

    @Test
    void a_step_goes_no_further_than_now() {
        assertThat(since(gains(10, 20, 30, 40)).next(in(30), NOTHING_IS_MET)).isEqualTo(in(30));
        assertThat(since(gains(10, 20, 30, 40)).next(in(29), NOTHING_IS_MET)).isEqualTo(in(20));
    }

    @Test
    void gains_that_meet_a_level_are_stepped_through_at_the_first_that_does() {
        for (int first = 10; first <= 50; first += 10) {
            var met = in(first);
            assertThat(since(gains(50, 10, 30, 20, 40)).next(LATE, by -> !by.isBefore(met)))
                    .isEqualTo(met);
        }
    }

    @Test
    void a_long_stretch_of_gains_is_tried_a_few_times_only() {
        var seconds = new int[1_000];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = i + 1;
        }
        var tried = new ArrayList<Instant>();
        assertThat(since(gains(seconds)).next(LATE, by -> tried.add(by) && !by.isBefore(in(777))))
                .isEqualTo(in(777));
        assertThat(tried).hasSizeLessThan(13);
    }

    @Test
    void a_loss_ends_the_stretch_and_is_a_step_of_its_own() {
        var partner = gains(10, 20, 40);
        partner.add(partner.credit("Ben", "a").expiresAt(in(30)));
        assertThat(since(partner).next(LATE, NOTHING_IS_MET)).isEqualTo(in(20));

        var nothingBefore = gains(40);
        nothingBefore.add(nothingBefore.credit("Ben", "a").expiresAt(in(30)));
        assertThat(since(nothingBefore).next(LATE, NOTHING_IS_MET)).isEqualTo(in(30));
    }

    @Test
    void what_is_gained_at_the_instant_of_a_loss_belongs_to_it() {
        var partner = gains(30);
        partner.add(partner.credit("Ben", "a").expiresAt(in(30)));
        assertThat(since(partner).next(LATE, NOTHING_IS_MET)).isEqualTo(in(30));
    }

    @Test
    void the_expiry_of_what_is_still_pending_ends_the_stretch() {
        var partner = gains(10, 50);
        partner.add(partner.credit("Ben", "a").countsFrom(in(20)).expiresAt(in(30)));
        assertThat(since(partner).next(LATE, NOTHING_IS_MET)).isEqualTo(in(20));
    }

    @Test
    void the_turn_of_a_term_ends_the_stretch() {
        var facts = gains(10, 20, 40).facts();
        var last = Moment.settled(NOW);
        assertThat(new CatchUp(facts, List.of(), last, in(10), in(15)).next(LATE, NOTHING_IS_MET))
                .isEqualTo(in(10));
        assertThat(new CatchUp(facts, List.of(), last, in(5), in(5)).next(LATE, NOTHING_IS_MET))
                .isEqualTo(in(5));
    }

    @Test
    void a_mark_is_a_step_although_the_facts_show_nothing() {
        assertThat(dueAt(in(5), gains(10, 20)).next(LATE, NOTHING_IS_MET)).isEqualTo(in(5));
        assertThat(dueAt(NOW, gains()).next(LATE, NOTHING_IS_MET)).isEqualTo(NOW);
    }

    @Test
    void what_was_due_before_a_change_counts_at_the_change_and_not_before() {
        var facts = gains(-20, -10, 10).facts();
        var changed = new Moment(NOW, in(-30));
        assertThat(new CatchUp(facts, List.of(), changed, NOW, null).next(in(5), NOTHING_IS_MET))
                .isEqualTo(NOW);
        assertThat(new CatchUp(facts, List.of(), changed, NOW, null).next(LATE, by -> true))
                .isEqualTo(NOW);
    }
}
