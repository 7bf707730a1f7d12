package io.partnercompetencies.access;

import static io.restassured.RestAssured.given;

import io.partnercompetencies.Callers;
import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.Sql;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Somebody of each role, who can sign in. */
@Singleton
class EveryRole {

    /** @param userId null for the programme's own accounts */
    record Caller(String userName, String password, String userId) {

        RequestSpecification signedIn() {
            return given().auth().preemptive().basic(userName, password);
        }
    }

    private final Passwords passwords;
    private final Callers callers;

    EveryRole(Passwords passwords, Callers callers) {
        this.passwords = passwords;
        this.callers = callers;
    }

    Caller caller(Role role, Partner partner) throws Throwable {
        if (role == Role.PROGRAMME_ADMIN) {
            return new Caller(PartnerFixture.ADMIN, PartnerFixture.PASSWORD, null);
        }
        return role.isOfTheProgramme() ? integration(role) : employee(role, partner);
    }

    private Caller integration(Role role) throws Throwable {
        var name = role.text() + UUID.randomUUID();
        var hash = VertxContextSupport.subscribeAndAwait(() -> passwords.hash("secret"));
        Sql.change(
                "insert into login (user_name, roles, password_hash, must_change, created_at) values (?, ?, ?, false, now())",
                name,
                role.text(),
                hash);
        return new Caller(name, "secret", null);
    }

    private Caller employee(Role role, Partner partner) {
        var employee = callers.signedIn(partner, role.text());
        return new Caller(employee.userName(), employee.password(), employee.userId());
    }
}
