package io.partnercompetencies.achievement;

import io.partnercompetencies.user.ImportStatus;
import java.time.Instant;
import java.util.UUID;

/** How far an import of achievements is. */
public record AchievementImportView(
        UUID id,
        ImportStatus status,
        int totalRows,
        int processedRows,
        int createdRows,
        int failedRows,
        Instant startedAt,
        Instant finishedAt) {}
