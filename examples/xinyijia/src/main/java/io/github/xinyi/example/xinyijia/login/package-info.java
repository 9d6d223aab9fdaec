/**
 * Who is at the other end: accounts with salted password hashes, sessions, and what each role may
 * do. Start at {@link io.github.xinyi.example.xinyijia.login.Gate}, {@link
 * io.github.xinyi.example.xinyijia.login.RoleModel} and {@link
 * io.github.xinyi.example.xinyijia.login.LoginResource}. It knows no payment and no book.
 */
@NullMarked
package io.github.xinyi.example.xinyijia.login;

import org.jspecify.annotations.NullMarked;
