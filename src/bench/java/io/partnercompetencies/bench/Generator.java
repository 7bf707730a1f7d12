package io.partnercompetencies.bench;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.rules.AccountKind;
import io.partnercompetencies.rules.SyncDelay;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Fills an empty database with what the service would have written for so many employees, but for audit records and what
 * an evaluation writes: every organisation is due at the origin of time, and the service's own pass does the rest. The
 * same seed, size and origin make the same rows.
 */
final class Generator {

    /** Grows with every change of what is generated. */
    static final int VERSION = 1;

    private static final long SEED = 20_261_121;
    private static final SyncDelay DELAY = SyncDelay.OF_THE_PROGRAMME;
    private static final String[] FIRST_NAMES = {"Ana", "Bo", "Cem", "Dara", "Eli", "Fay", "Gil", "Hana", "Ivo", "Jo"};
    private static final String[] LAST_NAMES = {"Contoso", "Fabrikam", "Northwind", "Adatum", "Litware", "Proseware"};
    private static final String[] COUNTRIES = {"ES", "IT", "BR", "CN", "DE", "FR", "US", "IN"};
    private static final Duration DAY = Duration.ofDays(1);

    private final Tables tables;
    private final Instant origin;
    private final String passwordHash;
    private final Curriculum curriculum;
    private final Sizes sizes;

    /** @param passwordHash of everybody, made once because it is slow on purpose */
    Generator(Tables tables, int users, Instant origin, String passwordHash) {
        this.tables = tables;
        this.origin = origin;
        this.passwordHash = passwordHash;
        this.curriculum = new Curriculum(Catalogue.builtIn(), origin);
        this.sizes = new Sizes(users, new SplittableRandom(SEED));
    }

    /** @param release the number of the catalogue's release in the database */
    void run(int release) throws SQLException {
        var companies = new ArrayList<Company>();
        for (int number = 0; number < sizes.organizations(); number++) {
            companies.add(company(number, release));
        }
        for (int wave = 0; wave < Company.WAVES; wave++) {
            var order = new Permutation(companies.size(), new SplittableRandom(SEED + wave));
            for (int i = 0; i < companies.size(); i++) {
                people(companies.get(order.at(i)), wave);
            }
        }
    }

    private Company company(int number, int release) throws SQLException {
        var random = new SplittableRandom(SEED + 31L * number);
        var createdAt =
                Random7.between(origin.minus(DAY.multipliedBy(1100)), origin.minus(DAY.multipliedBy(60)), random);
        var market = random.nextInt(3) == 0 ? "DEVELOPING" : "DEVELOPED";
        var company = new Company(
                number, Random7.id(createdAt, random), sizes.of(number), createdAt, market, curriculum.path(random));
        var name = Random7.one(LAST_NAMES, random) + " " + number;
        tables.organization.row(
                company.id(), "mpn-" + number, name, Random7.one(COUNTRIES, random), market, createdAt, 0);
        tables.market.row(company.id(), createdAt, market);
        tables.standing.row(company.id(), 1, origin, origin, true, release, origin, 0, "");
        if (random.nextBoolean()) {
            new GeneratedFigures(tables, curriculum, origin).of(company, random);
        }
        return company;
    }

    private void people(Company company, int wave) throws SQLException {
        for (int i = company.firstOf(wave); i < company.firstOf(wave + 1); i++) {
            person(company, i, new SplittableRandom(SEED ^ (long) company.number() << 20 ^ i));
        }
    }

    /** The first two administer and view; they stay, so that there is somebody to call the service as. */
    private void person(Company company, int i, SplittableRandom random) throws SQLException {
        var createdAt = Random7.between(company.createdAt(), origin.minus(DAY.multipliedBy(20)), random);
        var leftAt = i > 1 && random.nextInt(20) == 0
                ? Random7.between(origin.minus(DAY.multipliedBy(3)), origin, random)
                : null;
        var employee =
                new Employee(company, Random7.id(createdAt, random), Random7.id(createdAt, random), createdAt, leftAt);
        write(employee, i, random);
        if (random.nextInt(10) > 0) {
            achievements(employee, links(employee, company.number() + "." + i, random), random);
        }
    }

    private void write(Employee employee, int i, SplittableRandom random) throws SQLException {
        var firstName = Random7.one(FIRST_NAMES, random);
        var lastName = Random7.one(LAST_NAMES, random);
        var name = (firstName + "." + lastName).toLowerCase(Locale.ROOT);
        var userName = name + "-" + Integer.toString(employee.company().number(), 36) + "x" + Integer.toString(i, 36);
        var roles = i == 0 ? "global-admin user" : i == 1 ? "report-viewer user" : "user";
        tables.user.row(
                employee.company().id(),
                employee.id(),
                userName,
                firstName,
                lastName,
                firstName + " " + lastName,
                name + i + "@company" + employee.company().number() + ".example",
                roles,
                employee.isActive() ? "ACTIVE" : "LEFT",
                employee.createdAt(),
                employee.leftAt(),
                employee.isActive() ? 0 : 1);
        tables.login.row(
                userName,
                employee.company().id(),
                employee.id(),
                roles,
                passwordHash,
                i > 1,
                employee.leftAt(),
                employee.createdAt());
    }

    private List<Employee.Link> links(Employee employee, String name, SplittableRandom random) throws SQLException {
        var since = Random7.between(employee.createdAt(), employee.createdAt().plus(DAY.multipliedBy(5)), random);
        tables.account.row(
                employee.account(),
                "account" + name + "@outlook.example",
                employee.isActive() ? employee.company().id() : null,
                employee.isActive() ? employee.id() : null);
        var links = new ArrayList<Employee.Link>();
        links.add(new Employee.Link(Random7.id(since, random), AccountKind.LEARN, since));
        if (random.nextInt(3) == 0) {
            var later = Random7.between(since, since.plus(DAY.multipliedBy(3)), random);
            links.add(new Employee.Link(Random7.id(later, random), AccountKind.PARTNER_UNIVERSITY, later));
        }
        for (var link : links) {
            tables.start.row(employee.account(), link.kind(), link.since());
            tables.association.row(
                    employee.company().id(),
                    link.id(),
                    employee.id(),
                    employee.account(),
                    link.kind(),
                    link.since(),
                    DELAY.countsFrom(link.since(), link.since()),
                    false,
                    employee.leftAt(),
                    employee.isActive() ? null : "USER_LEFT");
        }
        return links;
    }

    /** Three on average: reported after the account was associated, and counted by the origin. */
    private void achievements(Employee employee, List<Employee.Link> links, SplittableRandom random)
            throws SQLException {
        int wanted = 1 + random.nextInt(3) + random.nextInt(3);
        for (var code : curriculum.earned(employee.company().path(), wanted, random)) {
            var achievedAt =
                    Random7.between(origin.minus(DAY.multipliedBy(1000)), origin.minus(DAY.multipliedBy(6)), random);
            var associatedAt = links.get(links.size() - 1).since();
            var reportedFrom = achievedAt.isAfter(associatedAt) ? achievedAt : associatedAt;
            var recordedAt = Random7.between(reportedFrom, reportedFrom.plus(DAY.multipliedBy(2)), random);
            var expiresAt = random.nextInt(5) == 0 ? achievedAt.plus(DAY.multipliedBy(730)) : null;
            var revokedAt = random.nextInt(200) == 0 ? recordedAt.plus(DAY) : null;
            var id = Random7.id(recordedAt, random);
            var type = curriculum.type(code);
            tables.achievement.row(employee.account(), id, type, code, achievedAt, expiresAt, recordedAt, revokedAt);
            for (var link : links) {
                tables.credit.row(
                        employee.company().id(),
                        link.id(),
                        id,
                        employee.id(),
                        employee.account(),
                        type,
                        code,
                        link.kind().brings(type),
                        achievedAt,
                        DELAY.countsFrom(achievedAt, link.since()),
                        recordedAt,
                        expiresAt,
                        revokedAt,
                        employee.leftAt(),
                        employee.isActive() ? null : "USER_LEFT");
            }
        }
    }

    static LocalDate monthOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).withDayOfMonth(1);
    }
}
