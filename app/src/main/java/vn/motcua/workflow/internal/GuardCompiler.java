package vn.motcua.workflow.internal;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
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
import vn.motcua.workflow.Formula;
import vn.motcua.workflow.Guard;
import vn.motcua.workflow.Variables;

/// Compiles the conditions and formulas of a process. They may read `channel` (text), each field
/// of the form by its id, and all of them as `answers`; a condition must be true or false. Length,
/// depth, nodes and iterations are bounded, and there is nothing it could call.
final class GuardCompiler {
    private static final String CHANNEL = "channel";
    private static final String ANSWERS = Guard.ANSWERS;
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
        var program = Program.of(text, SimpleType.BOOL);
        return new Guard(text, program.reads(), it -> Boolean.TRUE.equals(program.eval(it)));
    }

    /// @throws CelValidationException when the text is no expression
    static Formula formula(String text) throws CelValidationException {
        var program = Program.of(text, SimpleType.DYN);
        return new Formula(text, program.reads(), program::eval);
    }

    /// @param fields answers read one by one
    /// @param all whether all answers are read at once
    private record Program(CelRuntime.Program program, Set<String> fields, boolean all) {
        static Program of(String text, CelType result) throws CelValidationException {
            var names = names(PARSER.parse(text).getAst());
            var builder =
                    CelFactory.standardCelBuilder()
                            .setOptions(BOUNDS)
                            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                            .addVar(CHANNEL, SimpleType.STRING)
                            .addVar(ANSWERS, MapType.create(SimpleType.STRING, SimpleType.DYN))
                            .setResultType(result);
            var fields = new TreeSet<>(names);
            fields.remove(CHANNEL);
            fields.remove(ANSWERS);
            for (var field : fields) builder.addVar(field, SimpleType.DYN);
            var cel = builder.build();
            var tree = cel.compile(text).getAst();
            try {
                return new Program(cel.createProgram(tree), fields, names.contains(ANSWERS));
            } catch (CelEvaluationException e) {
                throw new IllegalStateException("compiled without program: " + text, e);
            }
        }

        Set<String> reads() {
            if (!all) return fields;
            var reads = new TreeSet<>(fields);
            reads.add(ANSWERS);
            return reads;
        }

        @Nullable Object eval(Variables variables) {
            var values = new HashMap<String, Object>();
            values.put(CHANNEL, variables.channel());
            for (var field : fields) values.put(field, plain(variables.answers().get(field)));
            if (all) values.put(ANSWERS, plain(variables.answers()));
            try {
                var value = program.eval(values);
                return value instanceof NullValue ? null : value;
            } catch (CelEvaluationException notComputable) {
                return null;
            }
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
