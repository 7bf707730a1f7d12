package io.partnercompetencies.user;

import java.time.Instant;
import java.util.UUID;

/** How far an import of employees is. */
public record UserImportView(
        UUID id,
        ImportStatus status,
        int totalRows,
        int processedRows,
        int createdRows,
        int failedRows,
        Instant startedAt,
        Instant finishedAt) {}
