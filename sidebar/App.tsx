/** The sidebar's frame: sets the spreadsheet up when it has to be, then shows the panels, beginning where the person has something to do. */
import { useEffect, useState } from 'preact/hooks';
import type { CheckInStart, KeyResultItem, Place } from '../src/app/api';
import type { First, MorePanel, Panel } from '../src/app/panel';
import { toLanguage } from '../src/model/language';
import { CheckIn } from './checkIn/CheckIn';
import { useFollowing } from './follow';
import { isMorePanel } from './more/entries';
import { More } from './more/More';
import { Report } from './parts/Report';
import { Tabs } from './parts/Tabs';
import { Review } from './review/Review';
import { call } from './server';
import { useVoice, VoiceContext, voiceOf } from './voice';
import { useResource, useWork, type Resource } from './work';
import { Write } from './write/Write';

type TabName = 'checkIn' | 'write' | 'review' | 'more';

interface Props {
  /** What a menu item asked for, such as the findings after a check. */
  readonly first: First | undefined;
}

function tabOf(first: First | undefined): TabName | undefined {
  return first === 'findings' ? 'review' : isMorePanel(first) ? 'more' : first;
}

export function App({ first }: Props) {
  const panel = useResource(() => call('panelOpen'));
  const checkIn = useResource(() => call('checkInOpen'));
  // Both at once: whether the spreadsheet is set up is known when the answers are there. If it is not, the second one has none to give.
  useEffect(() => {
    panel.load();
    checkIn.load();
  }, []);
  const language = panel.value?.language ?? toLanguage(navigator.language) ?? 'en';
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <VoiceContext.Provider value={voiceOf(language)}>
      {/* Google shows the name above the sidebar; those who hear the page get it here. */}
      <h1 class="heard">OKR Sheets</h1>
      {panel.value?.isSetUp ? <Panels panel={panel} checkIn={checkIn} first={first} /> : <Beginning panel={panel} />}
    </VoiceContext.Provider>
  );
}

/** Before there is anything to show: loading, or the one click that sets up. */
function Beginning({ panel }: { readonly panel: Resource<Panel> }) {
  const { say } = useVoice();
  const setUp = () => void panel.work.run(() => call('panelSetUp'), panel.put);
  return (
    <>
      <Report work={panel.work} running={panel.value ? say('working') : say('loading')} />
      {panel.value && (
        <section>
          <p>{say('notSetUp')}</p>
          <button type="button" class="primary" aria-disabled={panel.work.isRunning} onClick={setUp}>
            {say('setUp')}
          </button>
        </section>
      )}
    </>
  );
}

interface PanelsProps extends Props {
  readonly panel: Resource<Panel>;
  readonly checkIn: Resource<CheckInStart>;
}

function Panels({ panel, checkIn, first: asked }: PanelsProps) {
  const { say } = useVoice();
  const form = useResource(() => call('formOpen'));
  const [chosen, setChosen] = useState<TabName | undefined>(tabOf(asked));
  const [more, setMore] = useState<MorePanel | undefined>(isMorePanel(asked) ? asked : undefined);
  const [wantedKeyResult, setWantedKeyResult] = useState('');
  const [wantedObjective, setWantedObjective] = useState('');
  const [changes, setChanges] = useState(0);
  const showing = useWork();
  const dashboard = useFollowing();

  // Whoever has key results begins with them; without any, looking comes before doing, and an empty workbook wants to be written.
  const first: TabName = checkIn.value === undefined || checkIn.value.mine.length > 0 ? 'checkIn' : checkIn.value.all.length > 0 ? 'review' : 'write';
  const tab = chosen ?? first;

  useEffect(() => {
    if (checkIn.value && chosen === undefined) setChosen(first);
  }, [checkIn.value]);
  useEffect(() => {
    if (tab === 'checkIn' && checkIn.isOld) checkIn.load();
    if ((tab === 'write' || tab === 'review') && form.isOld) form.load();
    if (tab === 'review' && panel.isOld) panel.load();
  }, [tab, checkIn.isOld, form.isOld, panel.isOld]);

  const show = ({ sheetId, row, column }: Place) => void showing.run(() => call('panelShow', sheetId, row, column), () => undefined);
  const check = () =>
    void panel.work.run(
      () => call('panelCheck'),
      (value) => {
        panel.put(value);
        checkIn.expire();
        form.expire();
      },
    );
  const expire = (...resources: readonly { expire(): void }[]) => resources.forEach((one) => one.expire());
  const acts = {
    onShow: show,
    onCheckIn(item: KeyResultItem) {
      setWantedKeyResult(item.id);
      setChosen('checkIn');
    },
    onEdit(id: string) {
      setWantedObjective(id);
      setChosen('write');
    },
  };
  const frame = {
    start: form,
    changes,
    onChanged() {
      expire(panel, form, checkIn);
      setChanges((count) => count + 1);
    },
    onReview: () => setChosen('review'),
    onEdit: (id: string) => acts.onEdit(id),
    onOpen: setMore,
  };
  const { error = 0, warning = 0 } = panel.value?.totals ?? {};
  // A number from before the last change might count what is mended by now.
  const review = !panel.isOld && error + warning > 0 ? say('tab.reviewCount', { count: error + warning }) : say('tab.review');
  const tabs = [
    { key: 'checkIn', label: say('tab.checkIn'), panel: <CheckIn start={checkIn} wanted={wantedKeyResult} onShow={(item) => show(item.place)} onSaved={() => expire(panel, form)} /> },
    { key: 'write', label: say('tab.write'), panel: <Write start={form} wanted={wantedObjective} onShow={show} onSaved={() => expire(panel, checkIn)} /> },
    { key: 'review', label: review, panel: <Review panel={panel} start={form} acts={acts} findingsFirst={asked === 'findings'} onCheck={check} onFixed={() => { expire(form, checkIn); panel.load(); }} /> },
    { key: 'more', label: say('tab.more'), panel: <More open={more} onOpen={setMore} frame={frame} /> },
  ];
  return (
    <>
      <Report work={panel.work} />
      <Report work={showing} />
      <Report work={dashboard} />
      <Tabs
        label={say('tabs')}
        tabs={tabs}
        chosen={tab}
        onChoose={(key) => {
          setWantedKeyResult('');
          setWantedObjective('');
          if (key === 'more' && tab === 'more') setMore(undefined);
          setChosen(key as TabName);
        }}
      />
    </>
  );
}
