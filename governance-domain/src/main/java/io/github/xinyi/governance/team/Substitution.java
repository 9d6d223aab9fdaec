package io.github.xinyi.governance.team;

import io.github.xinyi.governance.identity.PersonId;

/** Who stands in for whom. */
record Substitution(Assignment assignment, PersonId holder) {

    PersonId by() {
        return assignment.candidate().person();
    }
}
