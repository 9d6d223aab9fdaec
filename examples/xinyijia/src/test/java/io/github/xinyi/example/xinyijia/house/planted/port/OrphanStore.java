package io.github.xinyi.example.xinyijia.house.planted.port;

/** A port whose contract tests nothing, on purpose. */
public interface OrphanStore {}
