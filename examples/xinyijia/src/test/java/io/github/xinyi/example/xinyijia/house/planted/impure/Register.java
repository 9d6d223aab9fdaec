package io.github.xinyi.example.xinyijia.house.planted.impure;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Reaches for a database, prints, and changes what it recorded, on purpose. */
public final class Register {

    private Register() {}

    @SuppressWarnings("CatchAndPrintStackTrace")
    public static void updateEntry(DataSource source) {
        try (Connection connection = source.getConnection()) {
            System.out.println(connection);
        } catch (SQLException e) {
            e.printStackTrace();
        }
    }

    public static void delete() {
        System.err.println("gone");
    }

    public static void removeAll() {}
}
