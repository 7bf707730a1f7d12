package io.partnercompetencies.competency;

import io.partnercompetencies.organization.Standing;
import io.partnercompetencies.rules.Term;

/**
 * A stored evaluation that is read when it is needed: often only the term is, to find that the client knows the answer
 * already.
 */
final class StoredSnapshot {

    private final Standing standing;
    private final Snapshots snapshots;
    private Snapshot snapshot;

    private StoredSnapshot(Standing standing, Snapshots snapshots, Snapshot snapshot) {
        this.standing = standing;
        this.snapshots = snapshots;
        this.snapshot = snapshot;
    }

    static StoredSnapshot of(Standing standing, Snapshots snapshots) {
        return new StoredSnapshot(standing, snapshots, null);
    }

    static StoredSnapshot of(Snapshot read) {
        return new StoredSnapshot(null, null, read);
    }

    Snapshot get() {
        if (snapshot == null) {
            snapshot = snapshots.read(standing);
        }
        return snapshot;
    }

    /** Null without a subscription. */
    Term term() {
        return snapshot == null ? SnapshotText.term(standing.snapshot()) : snapshot.term();
    }
}
