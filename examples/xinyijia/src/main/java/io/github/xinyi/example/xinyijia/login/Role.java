package io.github.xinyi.example.xinyijia.login;

/** What somebody is in one community (角色), for example {@link #COMMITTEE}. */
public enum Role {
    /** An owner of a unit (业主). */
    OWNER,
    /** A member of the owners' committee (业委会成员). */
    COMMITTEE,
    /** Who acts for the property firm (物业项目人员). */
    STEWARD,
    /** An officer of the residents' committee or the street (社区工作人员). */
    COMMUNITY_OFFICER,
    /** Who audits the books (审计人员). */
    AUDITOR,
    /** Everybody, and whoever is not logged in (公众). */
    PUBLIC
}
