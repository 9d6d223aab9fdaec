package io.github.xinyi.example.xinyijia.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources of the whole project: what a clone holds, without what {@code .gitignore} names. */
record SourceTree(Path root) {

    /** Hidden folders that are ours; others at the root belong to tools and are not read. */
    private static final Set<String> HIDDEN_FOLDERS = Set.of(".ci", ".mvn");

    private static final Pattern EXPORT = Pattern.compile("exports\\s+([a-z.]+)");

    /** The project around the working directory. */
    static SourceTree found() {
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("pom.xml"))
                    && Files.isDirectory(at.resolve("governance-domain"))) {
                return new SourceTree(at);
            }
        }
        throw new IllegalStateException("no project root above " + start);
    }

    Pom rootPom() {
        return Pom.read(root.resolve("pom.xml"));
    }

    /** The folders of all modules that the root builds. */
    List<Path> modules() {
        return rootPom().modules().stream().map(root::resolve).toList();
    }

    /** The folders of main Java code that hold at least one type or a package description. */
    List<Path> mainPackages() {
        return modules().stream()
                .map(module -> module.resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(SourceTree::packagesBelow)
                .toList();
    }

    /** The packages that a module exports, in the order of its description; none if unnamed. */
    static List<String> exportsOf(Path module) {
        Path description = module.resolve("src/main/java/module-info.java");
        return Files.exists(description)
                ? EXPORT.matcher(read(description)).results().map(hit -> hit.group(1)).toList()
                : List.of();
    }

    /** Every file of the clone. */
    List<Path> files() {
        Ignored ignored = Ignored.read(root);
        List<Path> files = new ArrayList<>();
        SimpleFileVisitor<Path> visitor =
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes read) {
                        return at.equals(root) || !(ignored.matches(at) || isForeign(at))
                                ? FileVisitResult.CONTINUE
                                : FileVisitResult.SKIP_SUBTREE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path at, BasicFileAttributes read) {
                        if (!ignored.matches(at) && !at.equals(root.resolve(".git"))) {
                            files.add(at);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                };
        try {
            Files.walkFileTree(root, visitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().sorted().toList();
    }

    /** Names at the top, without what {@code .gitignore} names. */
    List<String> topLevel() {
        Ignored ignored = Ignored.read(root);
        return children(root).stream()
                .filter(path -> !ignored.matches(path))
                .map(path -> path.getFileName().toString())
                .toList();
    }

    String relative(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    /** The text of a file, byte for character: enough to look for ASCII words in any encoding. */
    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isForeign(Path folder) {
        String name = folder.getFileName().toString();
        return name.equals(".git")
                || (root.equals(folder.getParent())
                        && name.startsWith(".")
                        && !HIDDEN_FOLDERS.contains(name));
    }

    private static Stream<Path> packagesBelow(Path sources) {
        try (Stream<Path> folders = Files.walk(sources)) {
            return folders
                    .filter(Files::isDirectory)
                    .filter(folder -> !folder.equals(sources))
                    .filter(folder -> children(folder).stream().anyMatch(SourceTree::isJava))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isJava(Path file) {
        return file.getFileName().toString().endsWith(".java");
    }

    /** The lines of the root's {@code .gitignore}: names anywhere, or at the root after a slash. */
    private record Ignored(Path root, Set<PathMatcher> anywhere, Set<String> atRoot) {

        static Ignored read(Path root) {
            Path file = root.resolve(".gitignore");
            List<String> lines =
                    Files.exists(file)
                            ? SourceTree.read(file)
                                    .lines()
                                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                                    .map(line -> line.replaceFirst("/$", ""))
                                    .toList()
                            : List.of();
            return new Ignored(
                    root,
                    lines.stream()
                            .filter(line -> !line.startsWith("/"))
                            .peek(Ignored::refuseWhatGitReadsOtherwise)
                            .map(name -> FileSystems.getDefault().getPathMatcher("glob:" + name))
                            .collect(Collectors.toSet()),
                    lines.stream()
                            .filter(line -> line.startsWith("/"))
                            .map(line -> line.substring(1))
                            .collect(Collectors.toSet()));
        }

        boolean matches(Path path) {
            return anywhere.stream().anyMatch(name -> name.matches(path.getFileName()))
                    || atRoot.contains(root.relativize(path).toString());
        }

        private static void refuseWhatGitReadsOtherwise(String line) {
            if (line.startsWith("!") || line.contains("/")) {
                throw new IllegalStateException("this reader does not know the pattern " + line);
            }
        }
    }
}
