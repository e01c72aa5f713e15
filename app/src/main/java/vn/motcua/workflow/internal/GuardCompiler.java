package vn.motcua.workflow.internal;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.motcua.workflow.Guard;
import vn.motcua.workflow.Variables;

/// Compiles the conditions of a process. A condition may read `channel` (text), each field
/// of the form by its id, and all of them as `answers`; it must be true or false. Length,
/// depth, nodes and iterations are bounded, and there is nothing it could call.
final class GuardCompiler {
    private static final String CHANNEL = "channel";
    private static final String ANSWERS = "answers";
    private static final CelOptions BOUNDS =
            CelOptions.current()
                    .maxExpressionCodePointSize(2_000)
                    .maxParseRecursionDepth(40)
                    .comprehensionMaxIterations(1_000)
                    .maxRegexProgramSize(500)
                    .build();
    private static final Cel PARSER =
            CelFactory.standardCelBuilder()
                    .setOptions(BOUNDS)
                    .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                    .build();

    private GuardCompiler() {}

    /// @throws CelValidationException when the text is no condition
    static Guard compile(String text) throws CelValidationException {
        var names = names(PARSER.parse(text).getAst());
        var builder =
                CelFactory.standardCelBuilder()
                        .setOptions(BOUNDS)
                        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                        .addVar(CHANNEL, SimpleType.STRING)
                        .addVar(ANSWERS, MapType.create(SimpleType.STRING, SimpleType.DYN))
                        .setResultType(SimpleType.BOOL);
        var fields = new TreeSet<>(names);
        fields.remove(CHANNEL);
        fields.remove(ANSWERS);
        for (var field : fields) builder.addVar(field, SimpleType.DYN);
        var cel = builder.build();
        var tree = cel.compile(text).getAst();
        try {
            var program = cel.createProgram(tree);
            boolean all = names.contains(ANSWERS);
            var wanted = List.copyOf(fields);
            boolean reads = all || !wanted.isEmpty();
            return new Guard(text, reads, variables -> holds(program, wanted, all, variables));
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("compiled condition without program: " + text, e);
        }
    }

    private static Set<String> names(CelAbstractSyntaxTree tree) {
        var names = new TreeSet<String>();
        var own = new HashSet<String>();
        CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .forEach(
                        node -> {
                            CelExpr expression = node.expr();
                            switch (expression.getKind()) {
                                case IDENT -> names.add(expression.ident().name());
                                case COMPREHENSION -> {
                                    own.add(expression.comprehension().iterVar());
                                    own.add(expression.comprehension().iterVar2());
                                    own.add(expression.comprehension().accuVar());
                                }
                                default -> {}
                            }
                        });
        names.removeAll(own);
        return names;
    }

    private static boolean holds(
            CelRuntime.Program program, List<String> fields, boolean all, Variables variables) {
        var values = new HashMap<String, Object>();
        values.put(CHANNEL, variables.channel());
        for (var field : fields) values.put(field, plain(variables.answers().get(field)));
        if (all) values.put(ANSWERS, plain(variables.answers()));
        try {
            return Boolean.TRUE.equals(program.eval(values));
        } catch (CelEvaluationException notComputable) {
            return false;
        }
    }

    /// The few kinds of values that the language knows.
    private static Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> NullValue.NULL_VALUE;
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case BigDecimal number -> number.doubleValue();
            case Float number -> number.doubleValue();
            case Map<?, ?> map -> {
                var plain = new HashMap<String, Object>();
                map.forEach((key, inner) -> plain.put(String.valueOf(key), plain(inner)));
                yield plain;
            }
            case Iterable<?> list -> {
                List<Object> plain = new ArrayList<>();
                list.forEach(inner -> plain.add(plain(inner)));
                yield plain;
            }
            default -> value;
        };
    }
}
