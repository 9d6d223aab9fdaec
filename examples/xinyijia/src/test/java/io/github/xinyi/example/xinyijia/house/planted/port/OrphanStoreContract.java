package io.github.xinyi.example.xinyijia.house.planted.port;

/** A contract without a test, on purpose. */
public abstract class OrphanStoreContract {

    protected abstract OrphanStore store();
}
