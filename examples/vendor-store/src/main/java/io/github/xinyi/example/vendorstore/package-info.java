/** A vendor's own store of books: one append-only file for each. */
@NullMarked
package io.github.xinyi.example.vendorstore;

import org.jspecify.annotations.NullMarked;
