/**
 * The desk of committee and steward, and an owner's own bills, over a small community that is open
 * today. Start at {@link io.github.xinyi.example.xinyijia.desk.DeskCommunity}, {@link
 * io.github.xinyi.example.xinyijia.desk.KeyVault} and {@link
 * io.github.xinyi.example.xinyijia.desk.DeskResource}. It stands on {@code login}.
 */
@NullMarked
package io.github.xinyi.example.xinyijia.desk;

import org.jspecify.annotations.NullMarked;
