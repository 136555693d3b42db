package org.remitlake.jobs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.remitlake.lake.Lake;

/**
 * Definitions of the catalogue in plain SQL, run by DuckDB over the Parquet files of a lake's
 * silver and compared with gold. The SQL lies in {@code opinion/*.sql}; {@code
 * .ci/second_opinion.py} runs the same files on the lake of the demo.
 */
final class SecondOpinion implements AutoCloseable {
  private static final Path SQL = Path.of("src/test/resources/org/remitlake/jobs/opinion");
  private static final Pattern TABLES = Pattern.compile("(?m)^-- (needs|may have): (.*)$");
  private static final Pattern SERIES = Pattern.compile("as \"([A-F]\\d\\d) \\w+ \\w+\"");
  private static final int MOST_LINES = 20;

  private final Lake lake;
  private final Connection database;

  private final List<String> passedOver = new ArrayList<>();

  /** Works out all values that a lake has the tables for. */
  static SecondOpinion on(Lake lake) throws IOException, SQLException {
    SecondOpinion opinion = new SecondOpinion(lake);
    try (Stream<Path> files = Files.list(SQL)) {
      for (Path file : files.sorted().toList()) {
        opinion.take(file);
      }
    }
    for (String table :
        opinion.column(
            "select table_name from duckdb_tables() where table_name like 'opinion_%'")) {
      opinion.execute("insert into comparison from compared('%s')".formatted(table));
    }
    return opinion;
  }

  private SecondOpinion(Lake lake) throws SQLException {
    this.lake = lake;
    this.database = DriverManager.getConnection("jdbc:duckdb:");
  }

  private void take(Path file) throws IOException, SQLException {
    String sql = Files.readString(file);
    Matcher tables = TABLES.matcher(sql);
    boolean isComplete = true;
    while (tables.find()) {
      for (String table : tables.group(2).split(" ", -1)) {
        isComplete &= open(table) || tables.group(1).equals("may have");
      }
    }
    if (isComplete) {
      try {
        execute(sql);
      } catch (SQLException e) {
        throw new SQLException(file.getFileName() + ": " + e.getMessage(), e);
      }
    } else {
      passedOver.add(file.getFileName().toString());
    }
  }

  /** Whether the lake has rows of a table; if so, they can be read by its name. */
  private boolean open(String table) throws SQLException {
    String name = table.contains(".") ? table : "silver." + table;
    String path = lake.path(name);
    if (!Files.isDirectory(Path.of(path, "_delta_log"))) {
      return false;
    }
    String files =
        Arrays.stream(lake.spark().read().format("delta").load(path).inputFiles())
            .map(file -> "'" + Path.of(URI.create(file)) + "'")
            .collect(Collectors.joining(", "));
    if (!files.isEmpty()) {
      execute(
          """
          create view if not exists %s as
            select * from read_parquet([%s], hive_partitioning=true, hive_types_autocast=false)"""
              .formatted(name.substring(name.indexOf('.') + 1), files));
    }
    return !files.isEmpty();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> column(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  /** Values that differ, or that only one of the two has: series, cell, and both; a few of them. */
  List<String> differing() throws SQLException {
    return column(
        """
        select concat(series, ' ', cell, ': gold ', coalesce(gold::varchar, 'none'), ', SQL ',
          coalesce(sql::varchar, 'none')) from comparison where differs order by all limit %d"""
            .formatted(MOST_LINES));
  }

  /** Values that were compared, by series as "B09 p10 tx". */
  Map<String, Integer> compared() throws SQLException {
    Map<String, Integer> counts = new TreeMap<>();
    for (String line : column("select series || '=' || count(*) from comparison group by series")) {
      String[] parts = line.split("=", -1);
      counts.put(parts[0], Integer.valueOf(parts[1]));
    }
    return counts;
  }

  /** Files of SQL whose tables the lake does not have. */
  List<String> passedOver() {
    return List.copyOf(passedOver);
  }

  /** Indicators that any of the files says, whether or not a lake has the tables for it. */
  static Set<String> idsOfAllFiles() throws IOException {
    Set<String> ids = new TreeSet<>();
    try (Stream<Path> files = Files.list(SQL)) {
      for (Path file : files.toList()) {
        SERIES.matcher(Files.readString(file)).results().forEach(r -> ids.add(r.group(1)));
      }
    }
    return ids;
  }

  /** All series that the SQL has, compared or not. */
  List<String> series() throws SQLException {
    return column(
        """
        select distinct column_name from duckdb_columns()
        where table_name like 'opinion_%' and column_name like '___ % %' order by 1""");
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
