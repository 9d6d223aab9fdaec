/** Names what it needs: the stores on a database, and through them the rules. */
@SuppressWarnings("requires-automatic")
module org.example.start {
    requires io.github.xinyi.jdbc;
    requires com.h2database;
    // H2 is no named module and cannot say so itself.
    requires java.naming;
}
