/** Names what it needs: the stores on a database, and through them the rules. */
module org.example.start {
    requires io.github.xinyi.jdbc;
    requires com.h2database;
}
