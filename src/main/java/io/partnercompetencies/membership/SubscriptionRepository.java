package io.partnercompetencies.membership;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@Singleton
class SubscriptionRepository implements PanacheRepositoryBase<SubscriptionEntity, SubscriptionEntity.Key> {

    private static final Set<SubscriptionStatus> RUNNING =
            EnumSet.of(SubscriptionStatus.ACTIVE, SubscriptionStatus.GRACE);

    Uni<List<SubscriptionEntity>> running(Collection<UUID> organizations) {
        return list("organizationId in ?1 and status in ?2", organizations, RUNNING);
    }

    Uni<SubscriptionEntity> newest(UUID organizationId) {
        return find("organizationId = ?1 and mergedFrom is null order by id desc", organizationId)
                .firstResult();
    }

    Uni<List<SubscriptionEntity>> page(UUID organizationId, UUID before, int size) {
        return before == null
                ? find("organizationId = ?1 order by id desc", organizationId)
                        .page(0, size)
                        .list()
                : find("organizationId = ?1 and id < ?2 order by id desc", organizationId, before)
                        .page(0, size)
                        .list();
    }
}
