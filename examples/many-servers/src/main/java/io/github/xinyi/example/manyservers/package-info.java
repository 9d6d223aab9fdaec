/**
 * Communities on several PostgreSQL servers behind ShardingSphere-JDBC, and the move of one to
 * another server. Start at {@link io.github.xinyi.example.manyservers.ManyServers}, {@link
 * io.github.xinyi.example.manyservers.Placement} and {@link
 * io.github.xinyi.example.manyservers.CommunityMove}. May use the public interface of adapters-jdbc
 * and what the JDK brings.
 */
@NullMarked
package io.github.xinyi.example.manyservers;

import org.jspecify.annotations.NullMarked;
