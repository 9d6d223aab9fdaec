package io.github.xinyi.governance.committee;

/**
 * One choice out of a closed list of which local law takes some, for example {@link
 * Ground#REAL_DIFFICULTY}.
 *
 * @since 0.1.0
 */
public sealed interface Option {

    /** How many members a body may have, besides the least and the greatest number. */
    enum Count implements Option {
        /** An odd number only (单数). */
        ODD
    }

    /** How many alternates there may be. */
    enum Succession implements Option {
        /** At most as many as there are seats. */
        AS_MANY_AS_SEATS
    }

    /** How members who are owners attend. */
    enum Attendance implements Option {
        /** Themselves, and by nobody else (不得委托他人参加). */
        IN_PERSON
    }

    /** Whether owners may leave one of their own matters to the body. */
    enum Delegation implements Option {
        /** They may not. */
        FORBIDDEN
    }

    /** For what a seal is used. */
    enum SealPurpose implements Option {
        /** Each seal for what the owners or the body decided. */
        AS_DECIDED,
        /** The body's own seal for what it decided. */
        OWN_AS_DECIDED
    }

    /** For what a property management committee may be formed. */
    enum Ground implements Option {
        /** The conditions for an owners' meeting are not there yet. */
        NO_CONDITIONS,
        /** They are there, but it is really difficult to set one up (确有困难). */
        REAL_DIFFICULTY,
        /** There is an owners' meeting, but no committee came out of its election. */
        NO_COMMITTEE_ELECTED,
        /** The term has ended or ends, and a new election is needed. */
        TERM_ENDING,
        /** Too few members are left, or they were recalled. */
        VACANCIES,
        /** The committee has not worked for a long time. */
        INACTIVE,
        /** A built-up area has had no property management so far. */
        UNMANAGED_AREA
    }

    /** What may bar a person from membership. */
    enum Bar implements Option {
        /** Not an owner here; always bars the seat of an owner. */
        NOT_AN_OWNER,
        /** No full civil capacity; always bars. */
        NO_FULL_CAPACITY,
        /** The person, spouse or a lineal relative has an interest in the property firm. */
        INTEREST_IN_FIRM,
        /** On the list of dishonest judgment debtors (失信被执行人). */
        DISHONEST_DEBTOR,
        /** Uses a home in a way that is forbidden, and has not stopped. */
        FORBIDDEN_USE,
        /** Owes property fees or contributions. */
        ARREARS,
        /** Does not reach the period of residence that the election rules ask for. */
        RESIDENCE_TOO_SHORT
    }

    /** Who put a candidate forward. */
    enum Nominator implements Option {
        /** The Party branch of the residents' area. */
        PARTY_BRANCH,
        /** The residents' or villagers' committee. */
        RESIDENTS_COMMITTEE,
        /** The candidate. */
        SELF,
        /** Several owners together. */
        JOINT_OWNERS,
        /** The street office, for the seats that it fills. */
        STREET_OFFICE
    }

    /** Why a membership ends. */
    enum Departure implements Option {
        /** No longer an owner. */
        NO_LONGER_OWNER,
        /** Resigned in writing. */
        RESIGNED,
        /** Lost full civil capacity. */
        CAPACITY_LOST,
        /** Cannot move freely under a measure of the law. */
        LIBERTY_RESTRICTED,
        /** Held criminally liable. */
        CRIMINAL_LIABILITY,
        /** Cannot serve for health or a like reason. */
        CANNOT_SERVE,
        /** Recalled by the owners; needs their resolution. */
        RECALLED,
        /** Replaced by the authority or organisation that sent the member. */
        REPLACED
    }

    /** With whom a body is filed. */
    enum FilingOffice implements Option {
        /** The housing department of the county or district (区县房地产主管部门). */
        HOUSING_DEPARTMENT,
        /** The street office or township government (街道办事处、乡镇人民政府). */
        STREET_OFFICE
    }

    /** When the powers of a body end that is followed by an owners' committee. */
    enum Stop implements Option {
        /** On the day of the election. */
        ON_ELECTION,
        /** On the day of the filing. */
        ON_FILING
    }

    /** Whom a member stands for; recognised as an option, it is the side that takes the chair. */
    enum Side implements Option {
        /** The owners. */
        OWNERS,
        /** The residents' or villagers' committee (居委会、村委会). */
        RESIDENTS_COMMITTEE,
        /** The street office or township government. */
        STREET_OFFICE,
        /** The Party branch of the residents' area. */
        PARTY_BRANCH,
        /** Those who use homes without owning them. */
        USERS,
        /** The developer. */
        DEVELOPER,
        /** The housing department (物业主管部门). */
        HOUSING_DEPARTMENT,
        /** The police station (公安派出所). */
        POLICE,
        /** Another authority. */
        OTHER_AUTHORITY
    }

    /** Which side beside the owners sends a member. */
    enum Sender implements Option {
        /** The street office or township government. */
        STREET_OFFICE(Side.STREET_OFFICE),
        /** The residents' or villagers' committee. */
        RESIDENTS_COMMITTEE(Side.RESIDENTS_COMMITTEE),
        /** The Party branch of the residents' area. */
        PARTY_BRANCH(Side.PARTY_BRANCH),
        /** The developer; not needed once there is an owners' meeting. */
        DEVELOPER(Side.DEVELOPER),
        /** The housing department. */
        HOUSING_DEPARTMENT(Side.HOUSING_DEPARTMENT),
        /** The police station. */
        POLICE(Side.POLICE);

        private final Side side;

        Sender(Side side) {
            this.side = side;
        }

        Side side() {
            return side;
        }
    }

    /** Whether anybody else but owners and those who send is a member. */
    enum Composition implements Option {
        /** Nobody else is. */
        CLOSED
    }

    /** Whom the deputies of the chair stand for. */
    enum Deputies implements Option {
        /** The owners. */
        OWNERS
    }
}
