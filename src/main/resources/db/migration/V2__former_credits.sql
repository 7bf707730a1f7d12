-- What a credit said before its achievement was reported again with another expiry: so that the past stays as it was
-- known. Each row holds until its instant, exclusive, or until an earlier row's.
create table former_credit (
    organization_id uuid        not null,
    association_id  uuid        not null,
    achievement_id  uuid        not null,
    until           timestamptz not null,
    known_from      timestamptz not null,
    expires_at      timestamptz,
    primary key (organization_id, association_id, achievement_id, until),
    foreign key (organization_id, association_id, achievement_id) references credit
);
