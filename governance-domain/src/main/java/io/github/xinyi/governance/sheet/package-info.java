/**
 * Tables (表) that another system has exported, read strictly and with all faults at once: {@link
 * io.github.xinyi.governance.sheet.SheetFile}, {@link io.github.xinyi.governance.sheet.Column},
 * {@link io.github.xinyi.governance.sheet.Sheet}. Depends on measure and ruling.
 */
@NullMarked
package io.github.xinyi.governance.sheet;

import org.jspecify.annotations.NullMarked;
