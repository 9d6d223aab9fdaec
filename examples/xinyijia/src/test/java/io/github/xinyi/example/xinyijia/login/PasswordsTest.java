package io.github.xinyi.example.xinyijia.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final char[] RIGHT = "correct horse 电池".toCharArray();

    @Test
    void knowsTheRightPasswordAndNoOther() {
        String hash = Passwords.hash(RIGHT);

        assertThat(Passwords.matches(RIGHT, hash)).isTrue();
        assertThat(Passwords.matches("correct horse 电池 ".toCharArray(), hash)).isFalse();
        assertThat(Passwords.matches(new char[0], hash)).isFalse();
    }

    @Test
    void saltsEachHashAndNamesItsParameters() {
        String first = Passwords.hash(RIGHT);
        String second = Passwords.hash(RIGHT);

        assertThat(first).isNotEqualTo(second).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void setsNoPasswordOfElevenCharactersAndTellsNoneOfIt() {
        assertThatThrownBy(() -> Passwords.hash("elevenchars".toCharArray()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("eleven");
        assertThat(Passwords.hash("twelve chars".toCharArray())).isNotEmpty();
    }

    @Test
    void looksAtNoPasswordLongerThanTheLimit() {
        String hash = Passwords.hash("a".repeat(128).toCharArray());

        assertThat(Passwords.matches("a".repeat(128).toCharArray(), hash)).isTrue();
        assertThat(Passwords.matches("a".repeat(129).toCharArray(), hash)).isFalse();
    }
}
