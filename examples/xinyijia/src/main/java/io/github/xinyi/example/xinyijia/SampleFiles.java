package io.github.xinyi.example.xinyijia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.xinyi.governance.sheet.SheetFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files that a property company exported, as shipped with the example. */
final class SampleFiles {

    private static final int MAX_VOUCHER_BYTES = 1 << 20;

    private final String folder;
    private final Map<String, byte[]> instead;

    SampleFiles(String folder) {
        this(folder, Map.of());
    }

    private SampleFiles(String folder, Map<String, byte[]> instead) {
        this.folder = folder;
        this.instead = instead;
    }

    /** The same files, with one of them replaced. */
    SampleFiles with(String name, byte[] bytes) {
        Map<String, byte[]> replaced = new LinkedHashMap<>(instead);
        replaced.put(name, bytes.clone());
        return new SampleFiles(folder, replaced);
    }

    SheetFile sheet(String name) {
        return SheetFile.utf8(name, bytes(name));
    }

    JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(bytes(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of an archive by name. */
    Map<String, byte[]> archive(String name) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes(name)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes(MAX_VOUCHER_BYTES);
                files.put(entry.getName(), bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    byte[] bytes(String name) {
        byte[] replaced = instead.get(name);
        if (replaced != null) {
            return replaced.clone();
        }
        String resource = "/sample/" + folder + "/" + name;
        try (InputStream in = SampleFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the example lacks " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
