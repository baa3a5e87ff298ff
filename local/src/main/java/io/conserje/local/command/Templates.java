package io.conserje.local.command;

import io.conserje.application.TemplateBook;
import io.conserje.aws.AwsClients;
import io.conserje.model.AccountRef;
import io.conserje.model.Template;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the templates of every account and whether their provider lets them be used. */
@Command(name = "templates")
final class Templates implements Callable<Integer> {
    @Mixin private Home home;

    private final Texts texts = Texts.ofSystem();

    @Override
    public Integer call() {
        RunFile run = RunFile.require(home.data(), texts);
        try (AwsClients clients = new AwsClients(run.env())) {
            TemplateBook book = Stored.templates(clients, run.env());
            for (RunFile.Line line : run.lines()) {
                AccountRef account = new AccountRef(line.channel(), line.account());
                book.all(account).forEach(template -> print(account, template));
            }
        }
        return 0;
    }

    private void print(AccountRef account, Template template) {
        System.out.println(
                texts.say(
                        "templates.line",
                        account,
                        template.name() + "/" + template.language(),
                        template.category(),
                        template.status(),
                        template.reason().orElse("")));
        System.out.println(template.body().indent(4).stripTrailing());
    }
}
