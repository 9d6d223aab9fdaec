package io.github.xinyi.example.benchmarks;

import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.voting.RuleSet;
import io.github.xinyi.governance.voting.VotingFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.drools.model.codegen.ExecutableModelProject;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rule;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * P16: one rule, explained. Quorum by area of Civil Code art. 278: at least two thirds take part.
 *
 * <p>Each engine is warm and keeps its session or rule base. The answer holds the rule, what it
 * says, the typed figures and the citations; sentences are made of it elsewhere.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ExplainedRule {

    private static final int FACTS = 1024;
    private static final String DRL =
            """
            package io.github.xinyi.example.benchmarks;
            import io.github.xinyi.example.benchmarks.Figures;
            import io.github.xinyi.example.benchmarks.Explanation;
            global java.util.List answers;

            rule "area quorum met"
            when
                $f : Figures(3 * participating >= 2 * total)
            then
                answers.add(Explanation.ofQuorum($f, true));
            end

            rule "area quorum missed"
            when
                $f : Figures(3 * participating < 2 * total)
            then
                answers.add(Explanation.ofQuorum($f, false));
            end
            """;

    private final List<Figures> facts = new ArrayList<>();
    private final List<Explanation> answers = new ArrayList<>();
    private final KieSession drools = droolsSession();
    private final DefaultRulesEngine easyRules = new DefaultRulesEngine();
    private final Rules rules = new Rules();
    private final Rules oneAction = new Rules();
    private int next;

    /** Makes the facts and fills the peers' rule bases. */
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(278);
        for (int i = 0; i < FACTS; i++) {
            long total = random.nextLong(1_000_000, 20_000_000);
            facts.add(new Figures(random.nextLong(total / 2, total), total));
        }
        drools.setGlobal("answers", answers);
        rules.register(quorum("area quorum met", true), quorum("area quorum missed", false));
        oneAction.register(
                new RuleBuilder()
                        .name("area quorum")
                        .when(given -> true)
                        .then(given -> answers.add(explained(given.get("figures"))))
                        .build());
    }

    private Rule quorum(String name, boolean met) {
        return new RuleBuilder()
                .name(name)
                .when(given -> isMet(given.get("figures")) == met)
                .then(given -> answers.add(Explanation.ofQuorum(given.get("figures"), met)))
                .build();
    }

    private static Explanation explained(Figures figures) {
        return Explanation.ofQuorum(figures, isMet(figures));
    }

    private static boolean isMet(Figures figures) {
        return 3 * figures.participating() >= 2 * figures.total();
    }

    private static KieSession droolsSession() {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/quorum.drl", DRL);
        var results =
                services.newKieBuilder(files).buildAll(ExecutableModelProject.class).getResults();
        if (results.hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(results.toString());
        }
        return services.newKieContainer(services.getRepository().getDefaultReleaseId())
                .newKieSession();
    }

    /** Closes the session. */
    @TearDown
    public void close() {
        drools.dispose();
    }

    private Figures fact() {
        next = next + 1 & FACTS - 1;
        return facts.get(next);
    }

    private Explanation answer() {
        if (answers.size() != 1) {
            throw new IllegalStateException("answers: " + answers.size());
        }
        Explanation answer = answers.get(0);
        answers.clear();
        return answer;
    }

    /**
     * Ours.
     *
     * @param hole takes every part of the answer
     */
    @Benchmark
    public void ours(Blackhole hole) {
        Figures figures = fact();
        VotingFinding.AreaQuorum finding =
                new VotingFinding.AreaQuorum(
                        FloorArea.ofSquareDecimetres(figures.participating()),
                        FloorArea.ofSquareDecimetres(figures.total()),
                        RuleSet.CIVIL_CODE_2021);
        hole.consume(finding);
        hole.consume(finding.rule());
        hole.consume(finding.verdict());
        hole.consume(finding.basis());
    }

    /**
     * Drools with the executable model and a session that is kept.
     *
     * @return the answer
     */
    @Benchmark
    public Explanation drools() {
        var handle = drools.insert(fact());
        drools.fireAllRules();
        drools.delete(handle);
        return answer();
    }

    /**
     * easy-rules with a rule base that is kept: the two rules of the text for Drools.
     *
     * @return the answer
     */
    @Benchmark
    public Explanation easyRules() {
        return fired(rules);
    }

    /**
     * easy-rules where a rule holds always and its action decides.
     *
     * @return the answer
     */
    @Benchmark
    public Explanation easyRulesOneAction() {
        return fired(oneAction);
    }

    private Explanation fired(Rules base) {
        Facts given = new Facts();
        given.put("figures", fact());
        easyRules.fire(base, given);
        return answer();
    }
}
