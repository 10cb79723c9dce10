import sys,time
from lettering_world import *
from lettering_judge import *
from lettering_engine import answer
if __name__=="__main__":
    allj=[]
    for seed in map(int,sys.argv[1:]):
        w=world_of(seed,customers=300,lines=600,big=int(5000))
        t1=time.process_time()
        a=answer(w)
        print("run",time.process_time()-t1)
        j=judge(w,a.letterings,a.payers); allj+=j
    report(allj,"all"); calibration(allj); by_behaviour(allj)
