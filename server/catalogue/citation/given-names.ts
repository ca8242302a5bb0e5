/**
 * Common given names of Europe and America that are rarely surnames, in lower case, Latin and Cyrillic: from general
 * knowledge. One that is missing costs an inversion; one that is a surname as well would turn a name around wrongly, so
 * there is no Thomas, Martin or Lee here.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  (
    'adam adela agnes albert aleksandr aleksei alexander alexandra alexei alfred alice alison amanda amy anastas anatolii anatoly ' +
    'andrea andreas andrei andrew angela anna anne anthony antonio arthur barbara bernard boris brigitte bruno carl catherine charles ' +
    'charlotte christian christina christine christopher clara claude david deborah diana dmitri dmitrii dmitry dorothy dwight edward ' +
    'elena elisabeth elizabeth ellen emil emma eric erich ernst eva evgenii evgeny fidel filipp frances franz françois frederick ' +
    'friedrich fyodor fedor gary gennady georges georgii georgy gerhard grigorii grigory hannah hans harold harry heinrich helen ' +
    'helmut henri herbert igor ilya ingrid irina isabella ivan jacqueline jane janet jean jennifer joachim johann john jonathan ' +
    'josef joseph josip juan julia jürgen karen karl katherine kathryn kevin klaus konrad konstantin lavrentii lavrenty leonid ' +
    'lev lidia linda louis ludwig lydia maksim margaret maria marie mark mary matthew maurice maxim michael michel mikhail monika ' +
    'nadezhda natalia nicholas nikita nikolai nina oleg olga otto pavel peter petr philip pierre pyotr rachel rebecca reinhard ' +
    'richard robert rosa rudolf samuel sandra sarah sergei sergey sofia stefan stephen susan svetlana sylvia tatiana terentii ' +
    'terenty theodore timothy ursula valentin valery vasilii vasily vera viacheslav victor viktor vincent vladimir volodymyr ' +
    'vyacheslav walter werner wilhelm winston wolfgang yakov yevgeny yuri yurii zbigniew zhores ' +
    'адам александр александра алексей анастас анатолий андрей анна антон борис василий вера виктор владимир всеволод вячеслав ' +
    'галина геннадий георгий григорий дмитрий евгений екатерина елена иван игорь илья иосиф ирина карл кирилл константин ' +
    'лаврентий лев леонид лидия максим мария михаил надежда наталья никита николай нина олег ольга павел петр пётр сергей софья ' +
    'степан татьяна терентий фёдор федор юрий яков'
  ).split(' '),
);
