package io.partnercompetencies.rules;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a membership is sold with (M2, M3, M7).
 *
 * @param length of a term, longer than its window
 * @param window whole days after the anniversary on which a renewal is possible
 * @param reminders days from the anniversary, negative before it; each once, the first first
 */
public record MembershipYear(Period length, Period window, List<Integer> reminders) {

    /** No term has a longer window, whatever was set when it was sold. */
    public static final Period LONGEST_WINDOW = Period.ofDays(365);

    private static final String TERM = "competencies.membership.term";
    private static final String WINDOW = "competencies.membership.renewal-window";
    private static final String REMINDERS = "competencies.membership.reminders";

    /** A year is never shorter than one from here, nor a month or a number of days. */
    private static final LocalDate SHORTEST_FROM = LocalDate.of(2001, 2, 1);

    public static final MembershipYear OF_THE_PROGRAMME =
            new MembershipYear(Period.ofYears(1), Period.ofDays(30), List.of(-15, 23));

    public MembershipYear {
        reminders = reminders.stream().sorted().toList();
        int days = days(WINDOW, window);
        if (days < 1 || days > days(WINDOW, LONGEST_WINDOW)) {
            throw wrong(WINDOW, window, "must be at least one day, and at most 365, such as P30D");
        }
        if (length.toTotalMonths() > 1200 || length.getDays() > 36500) {
            throw wrong(TERM, length, "must be at most a hundred years");
        }
        int shortest = (int) (SHORTEST_FROM.plus(length).toEpochDay() - SHORTEST_FROM.toEpochDay());
        if (shortest <= days) {
            throw wrong(TERM, length, "must be longer than the renewal window of " + days + " days");
        }
        for (int offset : reminders) {
            if (offset <= -shortest || offset > days) {
                throw wrong(
                        REMINDERS,
                        Period.ofDays(offset),
                        "lies outside the term and its renewal window of " + days
                                + " days, so that nobody would be reminded");
            }
        }
        if (reminders.stream().distinct().count() < reminders.size()) {
            throw wrong(REMINDERS, reminders, "names a day twice");
        }
    }

    /**
     * As they are written in the settings: {@code P1Y}, {@code P30D}, {@code -P15D,P23D}.
     *
     * @param reminders empty for none
     * @throws IllegalArgumentException with a sentence for who wrote them
     */
    public static MembershipYear of(String length, String window, String reminders) {
        return new MembershipYear(
                period(TERM, length),
                period(WINDOW, window),
                Stream.of(reminders.split(","))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(text -> days(REMINDERS, period(REMINDERS, text)))
                        .toList());
    }

    /** The days on which somebody with this term is reminded, the first first; none after its window. */
    public List<LocalDate> remindersOf(Term term) {
        return reminders.stream()
                .map(offset -> term.expiresOn().plusDays(offset))
                .filter(day -> !day.isBefore(term.startsOn()) && term.isRunningOn(day))
                .toList();
    }

    private static Period period(String setting, String text) {
        try {
            return Period.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw wrong(setting, text, "is no period such as P30D");
        }
    }

    private static int days(String setting, Period period) {
        if (period.toTotalMonths() != 0) {
            throw wrong(setting, period, "must be in days or weeks, for a month has no fixed length");
        }
        return period.getDays();
    }

    private static IllegalArgumentException wrong(String setting, Object value, String sentence) {
        return new IllegalArgumentException(setting + ": " + value + " " + sentence + ".");
    }
}
