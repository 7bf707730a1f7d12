package io.partnercompetencies.achievement;

import io.partnercompetencies.audit.Acting;
import io.partnercompetencies.audit.Actor;
import io.partnercompetencies.database.Aside;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.http.StreamedBodies;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stores a file while it arrives, in portions; until the last one is there, nobody sees anything of it. */
@Singleton
class ReportUploads {

    private static final int PORTION = 5_000;

    /** A file that is complete and waits to be accepted. */
    record Arrived(UUID id, int rows, int refused, ImportParts parts) {}

    /** Opens what arrives, on the thread that reads it. */
    interface Opening {
        ReportFile open() throws IOException;
    }

    private final Database database;
    private final AchievementImportRepository imports;
    private final StagedReportRepository staged;
    private final DiscardedImports discarded;
    private final StagingCheck check;
    private final StreamedBodies bodies;
    private final Acting acting;
    private final Aside aside;
    private final Clock clock;
    private final int mostRows;

    ReportUploads(
            Database database,
            AchievementImportRepository imports,
            StagedReportRepository staged,
            DiscardedImports discarded,
            StagingCheck check,
            StreamedBodies bodies,
            Acting acting,
            Aside aside,
            Clock clock,
            @ConfigProperty(name = "competencies.achievement-imports.most-rows") int mostRows) {
        this.database = database;
        this.imports = imports;
        this.staged = staged;
        this.discarded = discarded;
        this.check = check;
        this.bodies = bodies;
        this.acting = acting;
        this.aside = aside;
        this.clock = clock;
        this.mostRows = mostRows;
    }

    Uni<Arrived> store(Opening opening) {
        var id = database.newId();
        var sender = acting.now();
        return bodies.read(() -> {
                    try (var file = opening.open()) {
                        return store(id, sender, file);
                    }
                })
                .onFailure()
                .call(() -> discarded.discard(id).onFailure().recoverWithNull());
    }

    /** What was not accepted is forgotten; what has been is left alone. */
    Uni<Void> discard(Arrived arrived) {
        return discarded.discard(arrived.id());
    }

    private Arrived store(UUID id, Actor sender, ReportFile file) throws IOException {
        var now = clock.instant();
        StreamedBodies.await(imports.open(id, sender, now));
        try (var portions = new Portions(rows -> aside.run(() -> staged.stage(id, rows)))) {
            return read(id, file, portions, now);
        }
    }

    private Arrived read(UUID id, ReportFile file, Portions portions, Instant now) throws IOException {
        var parts = new ImportParts();
        int refused = 0;
        var portion = new ArrayList<StagedReport>(PORTION);
        for (var row = file.next(); row != null; row = file.next()) {
            if (file.row() > mostRows) {
                throw Refusal.invalid("", "The file has more than %d rows. Send it in parts.".formatted(mostRows));
            }
            var report = check.check(file.row(), row, now);
            if (report.isPossible()) {
                parts.add(report.hash());
            } else {
                refused++;
            }
            portion.add(report);
            if (portion.size() == PORTION) {
                portions.store(List.copyOf(portion));
                portion.clear();
            }
        }
        int rows = file.row() - 1;
        if (rows == 0) {
            throw Refusal.invalid("", "The file has no rows.");
        }
        portions.store(portion);
        portions.finish();
        return new Arrived(id, rows, refused, parts);
    }
}
