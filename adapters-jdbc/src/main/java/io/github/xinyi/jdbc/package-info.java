/**
 * Stores of both domains on a relational database: {@link io.github.xinyi.jdbc.JdbcStores} is the
 * way in, {@link io.github.xinyi.jdbc.HealthFinding} and {@link io.github.xinyi.jdbc.BookFault} are
 * what its checks answer. May depend on every port, on java.sql and on slf4j.
 */
@NullMarked
package io.github.xinyi.jdbc;

import org.jspecify.annotations.NullMarked;
