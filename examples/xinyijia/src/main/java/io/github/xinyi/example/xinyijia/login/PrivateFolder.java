package io.github.xinyi.example.xinyijia.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * Small texts, one file each, in a folder that only the server's own user can read. A file appears
 * whole or not at all. Safe for use by several threads.
 */
public final class PrivateFolder {

    private final Path folder;

    /**
     * A folder, made when it is first written to.
     *
     * @param folder where
     */
    public PrivateFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The text of a file.
     *
     * @param name of the file, not a path
     * @return empty if there is none
     */
    public Optional<String> read(String name) {
        Path file = file(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a file, in the place of what was there.
     *
     * @param name of the file, not a path
     * @param text its text
     * @return where it is
     */
    public Path write(String name, String text) {
        Path file = file(name);
        try {
            Files.createDirectories(folder, ownerOnly("rwx------"));
            Path fresh = Files.createTempFile(folder, name, ".new", ownerOnly("rw-------"));
            Files.writeString(fresh, text);
            return Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Removes a file, if it is there.
     *
     * @param name of the file, not a path
     */
    public void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException("not a name of a file: " + name);
        }
        return folder.resolve(name);
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? List.of(
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString(permissions)))
                        .toArray(FileAttribute<?>[]::new)
                : new FileAttribute<?>[0];
    }
}
