package io.github.xinyi.trust.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Tables as a workbook, each a sheet (Office Open XML, ECMA-376, the least that programs open).
 *
 * <p>An amount is a whole number of fen, which a spreadsheet holds exactly, shown as yuan by its
 * number format: 1234 is seen as 12.34. Texts are texts and never formulas. The same tables give
 * the same bytes, whatever the machine: nothing is compressed and no time is written.
 *
 * @since 0.1.0
 */
public final class TableXlsx {

    /** The greatest amount, in fen: a spreadsheet's number is exact up to 2^53. */
    public static final long MAX_FEN = 1L << 53;

    /** The most rows of a sheet, header included. */
    public static final int MAX_ROWS = 1 << 20;

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATION =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE =
            "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** Style 1 is fen shown as yuan, style 2 bold. */
    private static final String STYLES =
            XML
                    + "<styleSheet xmlns=\""
                    + MAIN
                    + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\""
                    + " formatCode=\"0&quot;.&quot;00\"/></numFmts>"
                    + "<fonts count=\"2\"><font/><font><b/></font></fonts>"
                    + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                    + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
                    + "<borders count=\"1\"><border/></borders>"
                    + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                    + "<cellXfs count=\"3\"><xf xfId=\"0\"/>"
                    + "<xf numFmtId=\"164\" xfId=\"0\" applyNumberFormat=\"1\"/>"
                    + "<xf fontId=\"1\" xfId=\"0\" applyFont=\"1\"/></cellXfs></styleSheet>";

    private TableXlsx() {}

    /**
     * Writes tables.
     *
     * @param tables at least one, the names of the sheets each once
     * @param out where to; not closed
     * @throws UncheckedIOException if it cannot be written
     * @throws IllegalArgumentException if there is no table, an amount is beyond {@link #MAX_FEN}
     *     or a sheet beyond {@link #MAX_ROWS}
     */
    public static void write(List<Table> tables, OutputStream out) {
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("a workbook needs a sheet");
        }
        Map<String, String> parts = new TreeMap<>();
        parts.put("[Content_Types].xml", contentTypes(tables.size()));
        parts.put("_rels/.rels", relations(List.of("officeDocument=xl/workbook.xml")));
        parts.put("xl/workbook.xml", workbook(tables));
        parts.put("xl/_rels/workbook.xml.rels", relations(targets(tables.size())));
        parts.put("xl/styles.xml", STYLES);
        for (int i = 0; i < tables.size(); i++) {
            parts.put("xl/worksheets/sheet" + (i + 1) + ".xml", sheet(tables.get(i)));
        }
        try {
            out.write(zip(parts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                byte[] content = part.getValue().getBytes(StandardCharsets.UTF_8);
                CRC32 crc = new CRC32();
                crc.update(content);
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(NO_TIME);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String contentTypes(int sheets) {
        StringBuilder xml =
                new StringBuilder(XML)
                        .append("<Types xmlns=\"")
                        .append("http://schemas.openxmlformats.org/package/2006/content-types\">")
                        .append("<Default Extension=\"rels\" ContentType=\"")
                        .append("application/vnd.openxmlformats-package.relationships+xml\"/>")
                        .append(override("/xl/workbook.xml", "sheet.main+xml"))
                        .append(override("/xl/styles.xml", "styles+xml"));
        for (int i = 1; i <= sheets; i++) {
            xml.append(override("/xl/worksheets/sheet" + i + ".xml", "worksheet+xml"));
        }
        return xml.append("</Types>").toString();
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "\"/>";
    }

    private static List<String> targets(int sheets) {
        List<String> targets = new ArrayList<>();
        for (int i = 1; i <= sheets; i++) {
            targets.add("worksheet=worksheets/sheet" + i + ".xml");
        }
        targets.add("styles=styles.xml");
        return targets;
    }

    /** Relations rId1, rId2 and so on, each of a kind and a target. */
    private static String relations(List<String> targets) {
        StringBuilder xml =
                new StringBuilder(XML)
                        .append("<Relationships xmlns=\"")
                        .append(PACKAGE)
                        .append("\">");
        for (int i = 0; i < targets.size(); i++) {
            String[] target = targets.get(i).split("=", 2);
            xml.append("<Relationship Id=\"rId")
                    .append(i + 1)
                    .append("\" Type=\"")
                    .append(RELATION)
                    .append('/')
                    .append(target[0])
                    .append("\" Target=\"")
                    .append(target[1])
                    .append("\"/>");
        }
        return xml.append("</Relationships>").toString();
    }

    private static String workbook(List<Table> tables) {
        StringBuilder xml =
                new StringBuilder(XML)
                        .append("<workbook xmlns=\"")
                        .append(MAIN)
                        .append("\" xmlns:r=\"")
                        .append(RELATION)
                        .append("\"><sheets>");
        for (int i = 0; i < tables.size(); i++) {
            xml.append("<sheet name=\"")
                    .append(escaped(tables.get(i).name()))
                    .append("\" sheetId=\"")
                    .append(i + 1)
                    .append("\" r:id=\"rId")
                    .append(i + 1)
                    .append("\"/>");
        }
        return xml.append("</sheets></workbook>").toString();
    }

    private static String sheet(Table table) {
        if (table.rows().size() >= MAX_ROWS) {
            throw new IllegalArgumentException(table.rows().size() + " rows");
        }
        StringBuilder xml =
                new StringBuilder(XML)
                        .append("<worksheet xmlns=\"")
                        .append(MAIN)
                        .append("\"><sheetData><row>");
        table.header().forEach(text -> xml.append(text(text, 2)));
        xml.append("</row>");
        for (List<Table.Cell> row : table.rows()) {
            xml.append("<row>");
            for (Table.Cell cell : row) {
                xml.append(cell.isAmount() ? number(cell.fen()) : text(cell.text(), 0));
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static String number(long fen) {
        if (fen > MAX_FEN || fen < -MAX_FEN) {
            throw new IllegalArgumentException("a spreadsheet does not hold " + fen + " exactly");
        }
        return "<c s=\"1\"><v>" + fen + "</v></c>";
    }

    private static String text(String text, int style) {
        return "<c t=\"inlineStr\" s=\""
                + style
                + "\"><is><t xml:space=\"preserve\">"
                + escaped(text)
                + "</t></is></c>";
    }

    /** Characters that XML 1.0 cannot hold become U+FFFD. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            boolean allowed =
                                    c == '\t'
                                            || c == '\n'
                                            || (c >= 0x20 && c <= 0xD7FF)
                                            || (c >= 0xE000 && c <= 0xFFFD)
                                            || c >= 0x10000;
                            switch (c) {
                                case '&' -> escaped.append("&amp;");
                                case '<' -> escaped.append("&lt;");
                                case '>' -> escaped.append("&gt;");
                                case '"' -> escaped.append("&quot;");
                                case '\r' -> escaped.append("&#13;");
                                default -> escaped.appendCodePoint(allowed ? c : 0xFFFD);
                            }
                        });
        return escaped.toString();
    }
}
