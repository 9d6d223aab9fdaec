/**
 * People's mediation of one dispute (人民调解): {@link io.github.xinyi.governance.mediation.Mediation}
 * as a fold of {@link io.github.xinyi.governance.mediation.MediationEvent}s under {@link
 * io.github.xinyi.governance.mediation.MediationRule}s. Nothing happens without the consent of
 * every party. Depends on identity, law, event and ruling.
 */
@NullMarked
package io.github.xinyi.governance.mediation;

import org.jspecify.annotations.NullMarked;
