package io.github.xinyi.trust.tck;

import io.github.xinyi.trust.book.BookStore;

class InMemoryBookStoreTest extends BookStoreContract {

    @Override
    protected BookStore createStore() {
        return new InMemoryBookStore();
    }
}
