package io.partnercompetencies.organization;

import io.partnercompetencies.rules.Market;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "organization")
class OrganizationEntity {

    @Id
    UUID id;

    String mpnId;
    String name;
    String country;

    @Enumerated(EnumType.STRING)
    Market market;

    Instant createdAt;

    @Version
    long version;

    /** For one that stands by itself: no other is written. */
    OrganizationView view() {
        return new OrganizationView(id, mpnId, name, country, market, createdAt, null);
    }

    void take(OrganizationEdit edit) {
        mpnId = edit.mpnId();
        name = edit.name();
        country = edit.country();
        market = edit.market();
    }

    OrganizationEdit edit() {
        return new OrganizationEdit(mpnId, name, country, market);
    }
}
