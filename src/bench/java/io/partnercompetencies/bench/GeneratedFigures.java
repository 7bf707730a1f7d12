package io.partnercompetencies.bench;

import io.partnercompetencies.rules.Market;
import io.partnercompetencies.rules.Requirement.Performance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** Figures of customers, around what the company's path asks for. */
final class GeneratedFigures {

    private static final int MOST_MONTHS = 6;
    private static final BigDecimal SOMETHING = BigDecimal.valueOf(100);

    private final Tables tables;
    private final Curriculum curriculum;
    private final Instant origin;

    GeneratedFigures(Tables tables, Curriculum curriculum, Instant origin) {
        this.tables = tables;
        this.curriculum = curriculum;
        this.origin = origin;
    }

    void of(Company company, SplittableRandom random) throws SQLException {
        int customer = 0;
        for (var clause : company.path().performances()) {
            int months = 1 + random.nextInt(MOST_MONTHS);
            var threshold = clause.thresholds().getOrDefault(Market.valueOf(company.market()), SOMETHING);
            for (int month = 0; month < months; month++) {
                write(company, clause, month, "customer-" + customer++, share(threshold, months, random), random);
            }
        }
    }

    private static BigDecimal share(BigDecimal threshold, int months, SplittableRandom random) {
        return threshold
                .multiply(BigDecimal.valueOf(0.5 + 1.2 * random.nextDouble()))
                .divide(BigDecimal.valueOf(months), 0, RoundingMode.UP);
    }

    private void write(
            Company company, Performance clause, int month, String customer, BigDecimal value, SplittableRandom random)
            throws SQLException {
        var recordedAt = Random7.between(origin.minus(Duration.ofDays(20)), origin, random);
        tables.performance.row(
                company.id(),
                Random7.id(recordedAt, random),
                customer,
                clause.metric(),
                curriculum.product(clause, random),
                curriculum.association(clause, random),
                Generator.monthOf(origin).minusMonths(month),
                false,
                "",
                value,
                recordedAt);
    }
}
