package vn.motcua.form.internal;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.motcua.form.FormContext;

/// The language of a form's expressions: CEL over the answers of one form, with a fixed vocabulary
/// and a bounded cost. Answers are of any type (`dyn`), an absent one is null.
final class ExpressionLanguage {
    static final ScopedValue<FormContext> CONTEXT = ScopedValue.newInstance();

    /// What CEL itself keeps for later; a field cannot be called so.
    static final Set<String> RESERVED =
            Set.of(
                    "as",
                    "break",
                    "const",
                    "continue",
                    "else",
                    "false",
                    "for",
                    "function",
                    "if",
                    "import",
                    "in",
                    "let",
                    "loop",
                    "namespace",
                    "null",
                    "package",
                    "return",
                    "true",
                    "var",
                    "void",
                    "while",
                    "channel",
                    "today");

    static final int LONGEST = 1_000;

    /// A loop may run over this many items; the cost of an expression counts each loop so often.
    static final int ITEMS = 500;

    static final long COSTLIEST = 20_000;

    private static final CelOptions OPTIONS =
            CelOptions.current()
                    .maxExpressionCodePointSize(LONGEST)
                    .maxParseRecursionDepth(32)
                    .maxParseExpressionNodeCount(500)
                    .comprehensionMaxIterations(2 * ITEMS)
                    .maxRegexProgramSize(500)
                    .enableHeterogeneousNumericComparisons(true)
                    .build();

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder()
                    .setOptions(OPTIONS)
                    .addFunctionBindings(
                            CelFunctionBinding.from(
                                    "days_dyn_dyn", Object.class, Object.class, Dates::days),
                            CelFunctionBinding.from(
                                    "years_dyn_dyn", Object.class, Object.class, Dates::years),
                            CelFunctionBinding.from(
                                    "working_days_until_dyn",
                                    Object.class,
                                    date -> Dates.workingDaysUntil(date, CONTEXT.get())),
                            CelFunctionBinding.from(
                                    "count_dyn_string_dyn",
                                    List.of(Object.class, String.class, Object.class),
                                    args -> count(args[0], args[1], args[2])))
                    .build();

    private final CelCompiler compiler;
    private final Set<String> variables;

    /// @param variables ids of the answers
    ExpressionLanguage(Collection<String> variables) {
        this.variables = Set.copyOf(variables);
        var builder =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setOptions(OPTIONS)
                        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                        .addVar("channel", SimpleType.STRING)
                        .addVar("today", SimpleType.STRING)
                        .addFunctionDeclarations(
                                function("days", "days_dyn_dyn", 2),
                                function("years", "years_dyn_dyn", 2),
                                function("workingDaysUntil", "working_days_until_dyn", 1),
                                CelFunctionDecl.newFunctionDeclaration(
                                        "count",
                                        CelOverloadDecl.newGlobalOverload(
                                                "count_dyn_string_dyn",
                                                SimpleType.INT,
                                                SimpleType.DYN,
                                                SimpleType.STRING,
                                                SimpleType.DYN)));
        for (var variable : this.variables)
            if (!RESERVED.contains(variable)) builder.addVar(variable, SimpleType.DYN);
        compiler = builder.build();
    }

    private static CelFunctionDecl function(String name, String overload, int arity) {
        var dyn = new CelType[arity];
        java.util.Arrays.fill(dyn, SimpleType.DYN);
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(overload, SimpleType.DYN, dyn));
    }

    Expression condition(String source) throws ExpressionFault {
        return compile(source, true);
    }

    Expression value(String source) throws ExpressionFault {
        return compile(source, false);
    }

    private Expression compile(String source, boolean condition) throws ExpressionFault {
        if (source.length() > LONGEST)
            throw new ExpressionFault("form.fault.expression-too-long", LONGEST);
        try {
            var ast = compiler.compile(source).getAst();
            var type = ast.getResultType();
            if (condition && !type.equals(SimpleType.BOOL) && !type.equals(SimpleType.DYN))
                throw new ExpressionFault("form.fault.expression-no-condition", source);
            long cost = cost(ast.getExpr());
            if (cost > COSTLIEST)
                throw new ExpressionFault("form.fault.expression-too-costly", source);
            return new Expression(source, RUNTIME.createProgram(ast), reads(ast));
        } catch (CelValidationException e) {
            var words = e.getErrors().isEmpty() ? "CEL" : e.getErrors().getFirst().getMessage();
            throw new ExpressionFault("form.fault.expression", source, words);
        } catch (CelEvaluationException e) {
            throw new ExpressionFault("form.fault.expression", source, "CEL");
        }
    }

    private Set<String> reads(CelAbstractSyntaxTree ast) {
        var found = new HashSet<String>();
        collect(ast.getExpr(), found);
        found.retainAll(variables);
        return found;
    }

    private static void collect(CelExpr e, Set<String> found) {
        if (e.getKind() == CelExpr.ExprKind.Kind.IDENT) found.add(e.ident().name());
        for (var child : children(e)) collect(child, found);
    }

    /// Steps an evaluation takes at most, loops counted at their longest.
    static long cost(CelExpr e) {
        if (e.getKind() == CelExpr.ExprKind.Kind.COMPREHENSION) {
            var c = e.comprehension();
            long body = cost(c.loopCondition()) + cost(c.loopStep());
            return 1 + cost(c.iterRange()) + cost(c.accuInit()) + ITEMS * body + cost(c.result());
        }
        long sum = isLong(e) ? 20 : 1;
        for (var child : children(e)) sum += cost(child);
        return sum;
    }

    private static boolean isLong(CelExpr e) {
        return e.getKind() == CelExpr.ExprKind.Kind.CALL
                && Set.of("matches", "count", "workingDaysUntil").contains(e.call().function());
    }

    private static List<CelExpr> children(CelExpr e) {
        return switch (e.getKind()) {
            case SELECT -> List.of(e.select().operand());
            case CALL -> {
                var all = new java.util.ArrayList<CelExpr>(e.call().args());
                e.call().target().ifPresent(all::add);
                yield all;
            }
            case LIST -> e.list().elements();
            case STRUCT ->
                    e.struct().entries().stream().map(CelExpr.CelStruct.Entry::value).toList();
            case MAP ->
                    e.map().entries().stream()
                            .flatMap(entry -> List.of(entry.key(), entry.value()).stream())
                            .toList();
            case COMPREHENSION -> {
                var c = e.comprehension();
                yield List.of(
                        c.iterRange(), c.accuInit(), c.loopCondition(), c.loopStep(), c.result());
            }
            default -> List.of();
        };
    }

    /// How many items have this value in that part; 0 when there are none.
    private static Object count(Object items, Object part, Object value) {
        if (!(items instanceof List<?> list)) return 0L;
        long found = 0;
        for (var item : list) {
            Object has = item instanceof Map<?, ?> m ? m.get(part) : null;
            if (Objects.equals(has == null ? NullValue.NULL_VALUE : has, value)) found++;
        }
        return found;
    }
}
