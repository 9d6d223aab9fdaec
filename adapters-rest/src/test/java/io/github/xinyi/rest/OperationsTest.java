package io.github.xinyi.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.rest.access.Access;
import io.github.xinyi.rest.access.Caller;
import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.access.Role;
import io.github.xinyi.rest.access.RoleModel;
import io.github.xinyi.rest.published.CommunityDirectory;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every method that HTTP can reach is an operation, and every role is decided for each. */
class OperationsTest {

    private static final CommunityId HERE = CommunityId.of("here");
    private static final CommunityId THERE = CommunityId.of("there");

    /** Methods that a request can reach, of the resources that a host is given. */
    private static List<Method> reachable() {
        List<Method> methods =
                XinyiRest.of(CommunityDirectory.of(List.of())).resources().stream()
                        .map(Object::getClass)
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(type -> Arrays.stream(type.getMethods()))
                        .filter(OperationsTest::isReachable)
                        .toList();
        assertThat(methods).hasSizeGreaterThanOrEqualTo(15);
        return methods;
    }

    private static boolean isReachable(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    @Test
    void everyReachableMethodIsAnOperationAndNoneIsTwo() {
        List<Operation> performed =
                reachable().stream()
                        .map(
                                method -> {
                                    assertThat(method.isAnnotationPresent(Performs.class))
                                            .as(method.toString())
                                            .isTrue();
                                    return method.getAnnotation(Performs.class).value();
                                })
                        .toList();

        assertThat(performed).containsExactlyInAnyOrder(Operation.values());
    }

    @Test
    void operationsOfACommunityAreThoseWhosePathNamesOne() {
        for (Method method : reachable()) {
            String path = method.getDeclaringClass().getAnnotation(Path.class).value();

            assertThat(method.getAnnotation(Performs.class).value().isOfCommunity())
                    .as(method.toString())
                    .isEqualTo(path.contains("{community}"));
        }
    }

    @Test
    void everyCellOfTheShippedRoleModelIsDecided() {
        List<String> undecided = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            for (Role role : Role.values()) {
                if (RoleModel.shipped().cell(operation, role).isEmpty()) {
                    undecided.add(operation.id() + " for " + role);
                }
            }
        }

        assertThat(undecided).isEmpty();
    }

    @Test
    void nobodyMayLessThanThePublic() {
        for (Operation operation : Operation.values()) {
            for (Role role : Role.values()) {
                assertThat(access(operation, role))
                        .as(operation.id() + " for " + role)
                        .isGreaterThanOrEqualTo(access(operation, Role.PUBLIC));
            }
        }
    }

    private static Access access(Operation operation, Role role) {
        return RoleModel.shipped().cell(operation, role).orElseThrow();
    }

    @Test
    void deniesWhatTheTableDoesNotSay() {
        RoleModel nothing = RoleModel.parse("operation,PUBLIC,OWNER\nfunds.budget,,allowed\n");
        Caller owner = Caller.of(PersonId.of("P1"), Map.of(HERE, Set.of(Role.OWNER)));

        assertThat(nothing.decide(owner, Operation.READ_BUDGET, HERE)).isEqualTo(Access.ALLOWED);
        assertThat(nothing.decide(owner, Operation.READ_BUDGET, THERE)).isEqualTo(Access.DENIED);
        assertThat(nothing.decide(owner, Operation.READ_FLOWS, HERE)).isEqualTo(Access.DENIED);
        assertThat(nothing.decide(Caller.anonymous(), Operation.READ_BUDGET, HERE))
                .isEqualTo(Access.DENIED);
    }

    @Test
    void ofSeveralRolesTheOneThatAllowsMostCounts() {
        RoleModel model =
                RoleModel.shipped()
                        .with(Operation.READ_BUDGET, Role.PUBLIC, Access.DENIED)
                        .with(Operation.READ_BUDGET, Role.OWNER, Access.OWN)
                        .with(Operation.READ_BUDGET, Role.AUDITOR, Access.ALLOWED);

        assertThat(Stream.of(Set.of(Role.OWNER), Set.of(Role.OWNER, Role.AUDITOR)))
                .map(
                        roles ->
                                model.decide(
                                        Caller.of(PersonId.of("P1"), Map.of(HERE, roles)),
                                        Operation.READ_BUDGET,
                                        HERE))
                .containsExactly(Access.OWN, Access.ALLOWED);
    }

    @Test
    void refusesATableWithALineThatIsNoOperation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoleModel.parse("operation,PUBLIC\nfunds.nothing,allowed\n"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoleModel.parse("operation,PUBLIC\nfunds.budget,perhaps\n"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                RoleModel.parse(
                                        "operation,PUBLIC\nfunds.budget,own\nfunds.budget,own\n"));
    }
}
