package io.partnercompetencies.rules;

import java.util.List;
import java.util.UUID;

/**
 * Why time alone changes a level.
 *
 * @param causes never empty for a level that falls
 * @param people whose achievements take part in it, and {@code achievements} which; both may be empty
 */
public record Reason(List<Cause> causes, List<UUID> people, List<UUID> achievements) {}
