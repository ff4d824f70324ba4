"""What programs may ask, house by house: the whole table."""

from contracts.directory.calendar import CALENDAR
from contracts.directory.card import PRINT_CARDS, PRINT_STAFF_CARDS
from contracts.directory.checkup import CHECKUP
from contracts.directory.class_list import CLASS_LIST
from contracts.directory.district_calendar import (
    DISTRICT_CALENDAR,
    DISTRICT_EDITIONS,
    DROP_SEASON,
    DROP_TERM,
    KEEP_SEASON,
    KEEP_TERM,
    MARK_DAYS,
    SETTLE_DAYS,
    UNMARK_DAYS,
)
from contracts.directory.erasure import ASK_ERASURE, CONFIRM_ERASURE, DROP_ERASURE, ERASE_LEFT, ERASURES
from contracts.directory.export import ASK_EXPORT, EXPORTS, RELEASE_EXPORT, TAKE_EXPORT
from contracts.directory.guardian import END_GUARDIANSHIP, GUARDIANS, INVITE_GUARDIAN, PRINT_GUARDIAN_CARD
from contracts.directory.next_year import BEGIN_YEAR, NEXT_YEAR
from contracts.directory.number import ASK_NUMBER, CHANGE_NUMBER, DECIDE_NUMBER, NUMBER_REQUESTS
from contracts.directory.outside import OUTSIDE_LINKS, UNLINK_OUTSIDE
from contracts.directory.own_calendar import EDITIONS, MARK_DAY, MOVE_TERM, UNMARK_DAY
from contracts.directory.own_password import CHANGE_PASSWORD
from contracts.directory.own_sessions import END_OTHER_SESSIONS, END_SESSION, OWN_SESSIONS
from contracts.directory.people import NAMES
from contracts.directory.post import END_POST, GIVE_POST, STAFF
from contracts.directory.pupil_list import PUPIL_LIST, WRITE_DOWN_PUPILS
from contracts.directory.readers import READERS
from contracts.directory.roster import (
    CANCEL_JOB,
    CHECK_ROSTER,
    GET_PIECE,
    PUT_PIECE,
    READ_JOB,
    ROSTER,
    TAKE_IN_ROSTER,
)
from contracts.directory.school import CLASSES, SCHOOL
from contracts.directory.second_factor import (
    BEGIN_SECOND_FACTOR,
    CONFIRM_SECOND_FACTOR,
    END_SECOND_FACTOR,
    RENEW_RECOVERY_CODES,
    SECOND_FACTOR,
)
from contracts.directory.security import DEMAND_SECOND_FACTOR, RESET_SECOND_FACTOR, SECURITY
from contracts.directory.signing_out import SIGN_OUT_PERSON
from contracts.enrolment import (
    application,
    approval,
    child_times,
    draw,
    fee,
    handing,
    many_offerings,
    offering,
    programme,
    refusals,
    stand_in,
)
from contracts.enrolment import roster as offering_roster
from contracts.homework import assignment, board, replay
from contracts.notify import message
from contracts.rulebook import adoption, chain_draft, derogation, draft, edition, trying
from contracts.rulebook.norm_checkup import NORM_CHECKUP
from contracts.rulebook.norms import RULES
from gateway.api.offer import Offer

DIRECTORY = (
    Offer(verb="GET", rule="/schools/<code>", call=SCHOOL, summary="学校的公开信息"),
    Offer(verb="GET", rule="/schools/<code>/calendar", call=CALENDAR, summary="学校的校历"),
    Offer(verb="PUT", rule="/calendar/days/<on>", call=MARK_DAY, summary="本校的一天是放假还是上学"),
    Offer(verb="POST", rule="/calendar/days/<on>/restoration", call=UNMARK_DAY, summary="把一天恢复为区县校历"),
    Offer(verb="PUT", rule="/calendar/terms", call=MOVE_TERM, summary="调整本校一个学期的起止日期"),
    Offer(verb="GET", rule="/calendar/editions", call=EDITIONS, summary="本校怎样改过校历"),
    Offer(verb="GET", rule="/district/calendar", call=DISTRICT_CALENDAR, summary="区县的校历"),
    Offer(verb="GET", rule="/district/calendar/editions", call=DISTRICT_EDITIONS, summary="区县怎样改过校历"),
    Offer(verb="PUT", rule="/district/calendar/days", call=MARK_DAYS, summary="区县的一段日子是放假还是调休上学"),
    Offer(verb="POST", rule="/district/calendar/days/removal", call=UNMARK_DAYS, summary="取消一段日子的标注"),
    Offer(verb="PUT", rule="/district/calendar/terms", call=KEEP_TERM, summary="新增或调整区县的一个学期"),
    Offer(verb="POST", rule="/district/calendar/terms/removal", call=DROP_TERM, summary="取消区县的一个学期"),
    Offer(verb="PUT", rule="/district/calendar/seasons", call=KEEP_SEASON, summary="从哪天起冬季或夏季作息，几点下班"),
    Offer(verb="POST", rule="/district/calendar/seasons/removal", call=DROP_SEASON, summary="取消一段作息"),
    Offer(verb="PUT", rule="/district/calendar/certainty", call=SETTLE_DAYS, summary="从哪天起没有确定，或全部确定"),
    Offer(verb="GET", rule="/checkup", call=CHECKUP, summary="本校还缺什么"),
    Offer(verb="GET", rule="/classes", call=CLASSES, summary="本校的班级"),
    Offer(verb="GET", rule="/names", call=NAMES, summary="一批编号的姓名和班级名"),
    Offer(verb="GET", rule="/classes/<uuid:class_id>/pupils", call=CLASS_LIST, summary="一个班的学生"),
    Offer(verb="POST", rule="/classes/<uuid:class_id>/cards", call=PRINT_CARDS, summary="给一个班的家长做激活卡"),
    Offer(verb="GET", rule="/staff", call=STAFF, summary="教职工和他们的职务"),
    Offer(verb="POST", rule="/staff/<uuid:person_id>/posts", call=GIVE_POST, summary="给一位教职工一个职务"),
    Offer(verb="POST", rule="/staff/<uuid:person_id>/posts/end", call=END_POST, summary="终止一位教职工的一个职务"),
    Offer(verb="POST", rule="/staff/cards", call=PRINT_STAFF_CARDS, summary="给教职工做激活卡"),
    Offer(verb="GET", rule="/pupils/<uuid:pupil_id>/readers", call=READERS, summary="谁看过一个孩子的信息"),
    Offer(verb="GET", rule="/pupils/<uuid:pupil_id>/guardians", call=GUARDIANS, summary="一个孩子的监护人"),
    Offer(
        verb="POST", rule="/pupils/<uuid:pupil_id>/guardians", call=INVITE_GUARDIAN, summary="添加一位监护人",
        status=201,
    ),
    Offer(
        verb="POST", rule="/pupils/<uuid:pupil_id>/guardians/<uuid:person_id>/card", call=PRINT_GUARDIAN_CARD,
        summary="给一位监护人做激活卡",
    ),
    Offer(
        verb="PUT", rule="/pupils/<uuid:pupil_id>/guardians/<uuid:person_id>/number", call=CHANGE_NUMBER,
        summary="改一位监护人的手机号",
    ),
    Offer(
        verb="POST", rule="/pupils/<uuid:pupil_id>/guardians/<uuid:person_id>/end", call=END_GUARDIANSHIP,
        summary="终止一位监护人的权利",
    ),
    Offer(verb="POST", rule="/number-requests", call=ASK_NUMBER, summary="申请换自己的手机号", status=202),
    Offer(verb="GET", rule="/number-requests", call=NUMBER_REQUESTS, summary="等待处理的换号申请"),
    Offer(
        verb="PUT", rule="/number-requests/<uuid:request_id>/decision", call=DECIDE_NUMBER, summary="处理一份换号申请"
    ),
    Offer(verb="GET", rule="/sessions", call=OWN_SESSIONS, summary="我在哪些设备上登录着"),
    Offer(verb="POST", rule="/sessions/<uuid:session_id>/end", call=END_SESSION, summary="退出我的一台设备"),
    Offer(verb="POST", rule="/sessions/end-others", call=END_OTHER_SESSIONS, summary="退出我的其他所有设备"),
    Offer(
        verb="POST", rule="/people/<uuid:person_id>/sign-out", call=SIGN_OUT_PERSON,
        summary="让一位教职工或监护人在所有设备上退出",
    ),
    Offer(verb="POST", rule="/password", call=CHANGE_PASSWORD, summary="修改密码，退出其他设备"),
    Offer(verb="GET", rule="/outside-links", call=OUTSIDE_LINKS, summary="我用哪些企业微信、钉钉登录"),
    Offer(verb="POST", rule="/outside-links/<uuid:link_id>/end", call=UNLINK_OUTSIDE, summary="断开一个企业微信或钉钉"),
    Offer(verb="GET", rule="/security", call=SECURITY, summary="本校对登录的要求，谁还没有两步验证"),
    Offer(verb="PUT", rule="/security/second-factor", call=DEMAND_SECOND_FACTOR, summary="要求在职人员打开两步验证"),
    Offer(
        verb="POST", rule="/staff/<uuid:person_id>/second-factor/reset", call=RESET_SECOND_FACTOR,
        summary="重置一位教职工的两步验证",
    ),
    Offer(verb="GET", rule="/second-factor", call=SECOND_FACTOR, summary="我的两步验证", unproven=True),
    Offer(
        verb="POST", rule="/second-factor", call=BEGIN_SECOND_FACTOR, summary="开始设置两步验证，得到密钥",
        unproven=True,
    ),
    Offer(
        verb="POST", rule="/second-factor/confirmation", call=CONFIRM_SECOND_FACTOR, summary="用验证码打开两步验证",
        unproven=True,
    ),
    Offer(verb="POST", rule="/second-factor/codes", call=RENEW_RECOVERY_CODES, summary="换一组备用码"),
    Offer(verb="POST", rule="/second-factor/end", call=END_SECOND_FACTOR, summary="关闭两步验证"),
    Offer(verb="PUT", rule="/files/<uuid:file_id>", call=PUT_PIECE, summary="送上文件的一段", takes_file=True),
    Offer(verb="GET", rule="/files/<uuid:file_id>", call=GET_PIECE, summary="取回文件的一段"),
    Offer(verb="GET", rule="/jobs/<uuid:job_id>", call=READ_JOB, summary="一项任务做到哪里了"),
    Offer(verb="POST", rule="/jobs/<uuid:job_id>/cancellation", call=CANCEL_JOB, summary="取消一项任务"),
    Offer(verb="POST", rule="/rosters", call=CHECK_ROSTER, summary="检查一份名册，不改动什么", status=202),
    Offer(verb="GET", rule="/rosters/<uuid:roster_id>", call=ROSTER, summary="一份名册的检查结果和进度"),
    Offer(
        verb="POST", rule="/rosters/<uuid:roster_id>/take-in", call=TAKE_IN_ROSTER, summary="导入一份查过的名册",
        status=202,
    ),
    Offer(verb="GET", rule="/school-years/next", call=NEXT_YEAR, summary="下一学年各班会怎样，不改动什么"),
    Offer(verb="POST", rule="/school-years", call=BEGIN_YEAR, summary="全校升级到下一学年", status=202),
    Offer(verb="GET", rule="/exports", call=EXPORTS, summary="我的导出，和等待同意的导出"),
    Offer(verb="POST", rule="/exports", call=ASK_EXPORT, summary="导出一个班、一个年级或全校的名单", status=202),
    Offer(
        verb="POST", rule="/exports/<uuid:export_id>/release", call=RELEASE_EXPORT, summary="同意同事的导出", status=202
    ),
    Offer(verb="POST", rule="/exports/<uuid:export_id>/file", call=TAKE_EXPORT, summary="取走我的名单，只能取一次"),
    Offer(verb="GET", rule="/pupils", call=PUPIL_LIST, summary="一批学生的班级、座号和姓名"),
    Offer(
        verb="POST", rule="/exports/pupils", call=WRITE_DOWN_PUPILS,
        summary="取走一批学生的班级、座号和姓名，计入当天的导出",
    ),
    Offer(verb="GET", rule="/erasures", call=ERASURES, summary="本校等待删除的孩子信息"),
    Offer(verb="POST", rule="/erasures/left", call=ERASE_LEFT, summary="删除离校已满一年的孩子的信息"),
    Offer(verb="POST", rule="/pupils/<uuid:pupil_id>/erasure", call=ASK_ERASURE, summary="提出删除一个孩子的全部信息"),
    Offer(
        verb="POST", rule="/pupils/<uuid:pupil_id>/erasure/confirmation", call=CONFIRM_ERASURE,
        summary="由第二个人确认删除",
    ),
    Offer(verb="POST", rule="/pupils/<uuid:pupil_id>/erasure/dropping", call=DROP_ERASURE, summary="撤下删除的申请"),
)
RULEBOOK = (
    Offer(verb="GET", rule="/schools/<code>/rules", call=RULES, summary="某一天适用的作业规定"),
    Offer(verb="GET", rule="/norms/checkup", call=NORM_CHECKUP, summary="哪些规定还没有、不再或快要不再适用"),
    Offer(verb="GET", rule="/schools/<code>/rules/document", call=edition.DOCUMENT, summary="一层规定的文件（YAML）"),
    Offer(verb="GET", rule="/rules/editions", call=edition.EDITIONS, summary="各层规定改过哪些，谁改的，为什么"),
    Offer(verb="GET", rule="/rules/vocabulary", call=trying.VOCABULARY, summary="规定可以管哪些事，看哪些内容"),
    Offer(verb="POST", rule="/rules/trial", call=trying.TRY_CASE, summary="试一试：按现行规定或草案会怎样，为什么"),
    Offer(verb="GET", rule="/rules/draft", call=adoption.READ_DRAFT, summary="本层的草案，与现行规定逐行对照"),
    Offer(verb="PUT", rule="/rules/draft", call=draft.WRITE_DRAFT, summary="把整份文件写成草案"),
    Offer(verb="POST", rule="/rules/draft/rows", call=draft.WRITE_ROW, summary="在草案里写一行规定"),
    Offer(verb="POST", rule="/rules/draft/rows/end", call=draft.END_ROW, summary="让草案里的一行到某天为止"),
    Offer(verb="POST", rule="/rules/draft/<uuid:draft_id>/dropping", call=draft.DROP_DRAFT, summary="放弃草案"),
    Offer(
        verb="POST", rule="/rules/draft/<uuid:draft_id>/adoption", call=adoption.ADOPT_DRAFT,
        summary="通过另一位同事起草的草案",
    ),
    Offer(verb="GET", rule="/derogations", call=derogation.DEROGATIONS, summary="申请的和已有的准予"),
    Offer(verb="POST", rule="/derogations", call=derogation.ASK_DEROGATION, summary="申请准予", status=202),
    Offer(
        verb="POST", rule="/derogations/<uuid:request_id>/withdrawal", call=derogation.WITHDRAW_DEROGATION,
        summary="撤回申请",
    ),
    Offer(
        verb="PUT", rule="/derogations/<uuid:request_id>/decision", call=derogation.DECIDE_DEROGATION,
        summary="区县准予或不准予一份申请",
    ),
    Offer(verb="GET", rule="/chains/<affair>", call=chain_draft.CHAIN, summary="本校一类申请的审批流程和草稿"),
    Offer(verb="POST", rule="/chains/<affair>/steps", call=chain_draft.WRITE_STEP, summary="在草稿里加一步或改一步"),
    Offer(verb="POST", rule="/chains/<affair>/steps/move", call=chain_draft.MOVE_STEP, summary="把草稿里的一步往前移"),
    Offer(verb="POST", rule="/chains/<affair>/steps/drop", call=chain_draft.DROP_STEP, summary="去掉草稿里的一步"),
    Offer(verb="PUT", rule="/chains/<affair>/draft", call=chain_draft.TAKE_OVER_CHAIN, summary="把草稿换成现成的流程"),
    Offer(verb="POST", rule="/chains/<affair>/dropping", call=chain_draft.DROP_CHAIN_DRAFT, summary="放弃草稿"),
    Offer(verb="POST", rule="/chains/<affair>/publication", call=chain_draft.PUBLISH_CHAIN, summary="公布草稿里的流程"),
)
HOMEWORK = (
    Offer(verb="GET", rule="/schools/<code>/board", call=board.BOARD, summary="某一天的作业公示"),
    Offer(verb="GET", rule="/schools/<code>/week", call=board.WEEK, summary="某一周的作业公示"),
    Offer(verb="POST", rule="/homework", call=assignment.PUBLISH, summary="发布一项作业", status=201),
    Offer(verb="POST", rule="/homework/judgement", call=assignment.JUDGE, summary="先看看能不能发布，不发布"),
    Offer(verb="GET", rule="/homework/budget", call=assignment.BUDGET, summary="一个班某天已有多少分钟、还剩多少"),
    Offer(verb="GET", rule="/homework", call=assignment.MINE, summary="我布置的作业"),
    Offer(verb="GET", rule="/homework/<uuid:assignment_id>", call=assignment.READ, summary="一项作业"),
    Offer(verb="PUT", rule="/homework/<uuid:assignment_id>", call=assignment.CORRECT, summary="更正一项作业"),
    Offer(
        verb="POST", rule="/homework/<uuid:assignment_id>/withdrawal", call=assignment.WITHDRAW, summary="撤回一项作业"
    ),
    Offer(
        verb="POST", rule="/rules/replays", call=replay.ASK_REPLAY, summary="用草案试算一段时间里真实布置过的作业",
        status=202,
    ),
    Offer(verb="GET", rule="/rules/replays/<uuid:replay_id>", call=replay.REPLAY, summary="一次试算的进度和结果"),
)
ENROLMENT = (
    Offer(verb="GET", rule="/offerings", call=offering.OFFERINGS, summary="孩子可以申请的课后服务"),
    Offer(verb="GET", rule="/after-school", call=programme.ANNOUNCED, summary="学校公布的课后服务"),
    Offer(verb="GET", rule="/programmes", call=programme.PROGRAMMES, summary="每个学期的课后服务方案"),
    Offer(verb="POST", rule="/programmes", call=programme.OPEN_PROGRAMME, summary="开始写一个学期的方案", status=201),
    Offer(verb="GET", rule="/programmes/<uuid:programme_id>", call=programme.PROGRAMME, summary="一份方案，对照规定"),
    Offer(
        verb="POST", rule="/programmes/<uuid:programme_id>/sessions", call=programme.WRITE_SESSION,
        summary="写一个时段",
    ),
    Offer(verb="POST", rule="/programmes/sessions/removal", call=programme.DROP_SESSION, summary="去掉一个时段"),
    Offer(
        verb="POST", rule="/programmes/<uuid:programme_id>/offerings", call=programme.WRITE_OFFERING,
        summary="写一个项目",
    ),
    Offer(
        verb="POST", rule="/programmes/<uuid:programme_id>/offerings/table", call=many_offerings.WRITE_OFFERINGS,
        summary="一次写许多项目，全部写或一个也不写", takes_file=True,
    ),
    Offer(
        verb="GET", rule="/offerings/<uuid:offering_id>/roster", call=offering_roster.ROSTER_OF_OFFERING,
        summary="一个项目的学生名单",
    ),
    Offer(verb="GET", rule="/offerings/led", call=offering_roster.LED_OFFERINGS, summary="我负责的项目"),
    Offer(
        verb="GET", rule="/pupils/<uuid:pupil_id>/after-school", call=child_times.CHILD_TIMES,
        summary="我的孩子放学后在哪里，到几点",
    ),
    Offer(verb="POST", rule="/programmes/offerings/removal", call=programme.DROP_OFFERING, summary="去掉一个项目"),
    Offer(
        verb="POST", rule="/programmes/<uuid:programme_id>/announcement", call=programme.ANNOUNCE_PROGRAMME,
        summary="公布方案，开放报名",
    ),
    Offer(verb="GET", rule="/programmes/<uuid:programme_id>/draw", call=draw.DRAW, summary="社团抽签"),
    Offer(
        verb="GET", rule="/programmes/<uuid:programme_id>/draw/record", call=draw.DRAW_RECORD,
        summary="抽签记录，谁都能重新抽一遍",
    ),
    Offer(
        verb="PUT", rule="/programmes/<uuid:programme_id>/draw/list", call=draw.CLOSE_LIST, summary="封存抽签名单"
    ),
    Offer(
        verb="PUT", rule="/programmes/<uuid:programme_id>/draw/value", call=draw.DRAW_PLACES,
        summary="填开奖号码，抽签",
    ),
    Offer(
        verb="PUT", rule="/programmes/<uuid:programme_id>/draw/places", call=draw.COMMIT_DRAW,
        summary="按抽签的结果安排名额",
    ),
    Offer(verb="POST", rule="/applications", call=application.APPLY, summary="申请课后服务", status=201),
    Offer(
        verb="GET", rule="/applications", call=application.APPLICATIONS, summary="孩子、本班或本校的申请，或等我审核的"
    ),
    Offer(
        verb="POST", rule="/applications/<uuid:application_id>/reminder", call=approval.REMIND,
        summary="催办一份申请",
    ),
    Offer(
        verb="GET", rule="/applications/<uuid:application_id>/hands", call=handing.HANDS,
        summary="一份申请在决定以前可以转到谁手里",
    ),
    Offer(
        verb="POST", rule="/applications/<uuid:application_id>/hands", call=handing.HAND,
        summary="请同事先看、转交、交回、会签",
    ),
    Offer(verb="GET", rule="/after-school/fees", call=fee.FEES, summary="一个学期的课后服务每个项目应收多少"),
    Offer(
        verb="GET", rule="/after-school/refusals", call=refusals.REFUSALS,
        summary="本校一个学期里不同意看护的，每种理由有几份",
    ),
    Offer(
        verb="GET", rule="/district/after-school/refusals", call=refusals.DISTRICT_REFUSALS,
        summary="全区县各校不同意看护的，每种理由有几份",
    ),
    Offer(verb="GET", rule="/stand-in", call=stand_in.STAND_IN, summary="谁代我审核，我代谁审核"),
    Offer(verb="PUT", rule="/stand-in", call=stand_in.ASK_TO_STAND_IN, summary="外出时请一位同事代我审核"),
    Offer(verb="POST", rule="/stand-in/end", call=stand_in.END_STAND_IN, summary="结束委托"),
    Offer(verb="POST", rule="/applications/approvals", call=approval.APPROVE_MANY, summary="一次同意多份申请"),
    Offer(verb="GET", rule="/applications/<uuid:application_id>", call=application.READ, summary="一份申请"),
    Offer(
        verb="PUT", rule="/applications/<uuid:application_id>/decision", call=approval.DECIDE, summary="审核一份申请"
    ),
    Offer(
        verb="PUT", rule="/applications/<uuid:application_id>", call=application.CHANGE,
        summary="修改退回的申请，重新提交",
    ),
    Offer(
        verb="POST", rule="/applications/<uuid:application_id>/withdrawal", call=application.WITHDRAW,
        summary="撤回一份申请",
    ),
)
NOTIFY = (
    Offer(verb="GET", rule="/inbox", call=message.INBOX, summary="我的消息"),
    Offer(verb="GET", rule="/inbox/<uuid:message_id>", call=message.READ, summary="一条消息"),
    Offer(verb="PUT", rule="/inbox/<uuid:message_id>/receipt", call=message.MARK_READ, summary="读过一条消息"),
    Offer(verb="GET", rule="/receipts", call=message.RECEIPTS, summary="一批事情有多少人读过"),
)

OFFERS = {"directory": DIRECTORY, "rulebook": RULEBOOK, "homework": HOMEWORK, "enrolment": ENROLMENT, "notify": NOTIFY}
