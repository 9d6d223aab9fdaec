package io.github.xinyi.example.xinyijia.house.planted.port;

/** Keeps nothing and is no store, on purpose. */
public final class InMemoryOrphanStore {}
