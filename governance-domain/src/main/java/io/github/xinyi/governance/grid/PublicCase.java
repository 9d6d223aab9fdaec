package io.github.xinyi.governance.grid;

/**
 * What other owners see of a case: what it is about, in which building, and how far it is. No text,
 * person, unit, time or identifier.
 *
 * @param category what it is about
 * @param building for example {@code 3号楼}
 * @param stage how far it is
 * @since 0.1.0
 */
public record PublicCase(CaseCategory category, String building, GridCase.Stage stage) {}
